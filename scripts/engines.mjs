// Which browser engines are on this machine for the main path of Tell? Chromium is looked for as everywhere; WebKit, the engine of
// iPhones, is Debian's WebKitGTK with its WebDriver; Firefox is Debian's or the one SHEAF_FIREFOX names.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.mjs';

export const ENGINES = /** @type {const} */ (['chromium', 'webkit', 'firefox']);

/** @typedef {(typeof ENGINES)[number]} Engine */
/** @typedef {{ engine: Engine, path: string } | { engine: Engine, absent: string }} Found `absent`: why, and what helps */

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not executable: not a browser to use
  }
}

/** @param {string[]} names */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runnable);
}

/** @type {Record<Engine, () => Promise<Found>>} */
const LOOK = {
  async chromium() {
    const path = await findChromium('whole');
    return path ? { engine: 'chromium', path } : { engine: 'chromium', absent: 'no Chromium (see above)' };
  },
  async webkit() {
    const path = onPath('WebKitWebDriver');
    if (!path) return { engine: 'webkit', absent: 'no WebKitWebDriver: apt-get install webkit2gtk-driver xvfb' };
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !onPath('xvfb-run'))
      return { engine: 'webkit', absent: 'no screen and no xvfb-run to make one: apt-get install xvfb' };
    return { engine: 'webkit', path };
  },
  async firefox() {
    const setting = process.env.SHEAF_FIREFOX;
    if (setting && !runnable(setting))
      return { engine: 'firefox', absent: `SHEAF_FIREFOX is set to ${setting}, which cannot be run` };
    const path = setting || onPath('firefox-esr', 'firefox');
    if (!path) return { engine: 'firefox', absent: 'no Firefox: apt-get install firefox-esr, or set SHEAF_FIREFOX' };
    return { engine: 'firefox', path };
  },
};

/** @param {Engine} engine @returns {Promise<Found>} */
export function findEngine(engine) {
  return LOOK[engine]();
}
