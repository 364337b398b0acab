// The page the service worker answers every address of Tell with: prerendered, empty until Kit's client has read the real
// address. Under its own address it says which collectors this device knows.
export const prerender = true;
export const ssr = false;
