import { poster as ar } from './ar/poster';
import type { Translated } from './catalogue';
import type { poster as english } from './en/poster';
import { poster as easy } from './en-easy/poster';
import { poster as sk } from './sk/poster';
import { poster as so } from './so/poster';
import { poster as ur } from './ur/poster';

/** The words of the sheet of a link, beside English: paper speaks them, no phone has to keep them. */
export const POSTERS: Readonly<Record<string, Translated<typeof english>>> = { 'en-easy': easy, ar, ur, so, sk };
