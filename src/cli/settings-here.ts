import { readSettings, type Settings } from '../lib/server/settings';
import { CliError } from './cli-error';

/** @throws CliError with the sentence that says which setting makes no sense */
export function settingsHere(): Settings {
  const read = readSettings(process.env);
  if (read.kind === 'not_valid') throw new CliError(read.message);
  return read.settings;
}
