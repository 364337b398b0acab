import { readFileSync, statSync } from 'node:fs';

const CLIENT = 'build/client';
/** Written into the worker by scripts/tell-precache.mjs: which files each language needs beside Tell's own. */
const LANGUAGES = /\{(?:"[a-z]{2}[\w-]*":\["\/[^\]{}]*\],?)+\}/;

/** What a device that speaks a language keeps for it, kB as they lie there; empty while Tell speaks one language only. */
export function languageKb(): Record<string, number> {
  const found = LANGUAGES.exec(readFileSync(`${CLIENT}/service-worker.js`, 'utf8'))?.[0];
  if (found === undefined) return {};
  const languages = JSON.parse(found) as Record<string, string[]>; // as the pattern says
  return Object.fromEntries(
    Object.entries(languages).map(([locale, files]) => {
      const bytes = files.reduce((sum, file) => sum + statSync(CLIENT + file).size, 0);
      return [locale, Math.round(bytes / 100) / 10];
    }),
  );
}
