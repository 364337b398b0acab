import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ENDING = '.reference.json';

/** Names of the pairs NAME.csv + NAME.reference.json in a folder, the small files first. */
export function pairsIn(folder: string): { names: string[]; alone: string[] } {
  const references = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  const paired = (name: string): boolean => existsSync(join(folder, `${name}.csv`));
  return { names: references.filter(paired), alone: references.filter((name) => !paired(name)) };
}
