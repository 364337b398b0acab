// What stands behind the # is read in the browser and nowhere else; without a network the kept shell shows this page.
export const ssr = false;
