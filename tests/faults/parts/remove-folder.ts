import { rmSync } from 'node:fs';

/** Also while a killed process's children are still leaving. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
