// Draws static/icons from the mark: `node scripts/render-icons.mjs` after the mark has changed. The results are committed.
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

const PAPER = '#ecefe7';
const MARK = `
  <path d="M7 3c2 10 6 15 11 18c5-3 9-8 11-18M18 2v32M18 21c-3 3-6 7-7 12M18 21c3 3 6 7 7 12"
        fill="none" stroke="#12272a" stroke-width="2.4" stroke-linecap="round" />
  <circle cx="18" cy="22" r="4.6" fill="#b8360f" />`;

/**
 * `part` of the icon's side is the mark. A maskable icon may lose everything outside a circle of 80 % of the side
 * (W3C, Web Application Manifest, "safe zone"): the mark's corners lie 21 of 36 units from its middle.
 */
const ICONS = [
  { file: 'icon-192.png', side: 192, part: 0.72, radius: 0.2 },
  { file: 'icon-512.png', side: 512, part: 0.72, radius: 0.2 },
  { file: 'icon-maskable-512.png', side: 512, part: 0.6, radius: 0 },
  // iOS cuts the corners itself and shows black where an icon is transparent.
  { file: 'icon-180.png', side: 180, part: 0.68, radius: 0 },
];

const executablePath = await findChromium('headless');
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGS });
for (const { file, side, part, radius } of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const scale = (side * part) / 36;
  const edge = (side - 36 * scale) / 2;
  await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block}</style>
    <svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
      <rect width="${side}" height="${side}" rx="${side * radius}" fill="${PAPER}" />
      <g transform="translate(${edge} ${edge}) scale(${scale})">${MARK}</g>
    </svg>`);
  await page.screenshot({ path: `static/icons/${file}`, omitBackground: true });
  await page.close();
}
await browser.close();
