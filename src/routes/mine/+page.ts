// Everything on this page lies on the device; without a network the kept shell shows it.
export const ssr = false;
