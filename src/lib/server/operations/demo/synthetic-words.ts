import type { Audience } from '../../../domain/audience';
import type { Random } from './random';

const WHO: Readonly<Record<Audience, readonly string[]>> = {
  child: ['a made-up child', 'an invented pupil'],
  youth: ['a made-up young person', 'an invented student'],
  family: ['a made-up parent', 'an invented carer'],
  pro: ['a made-up worker', 'an invented professional'],
};
const DID = [
  'asked for help',
  'waited for a letter',
  'went to a meeting',
  'tried something new',
  'moved to another place',
  'met somebody who listened',
];
const THEN = [
  'it took some time',
  'one thing changed',
  'nothing changed at first',
  'somebody came back to them',
  'a plan was written',
  'it went better than expected',
];
const LAST = ['Nobody in this text exists.', 'This text was made by a program.', 'Its places were drawn by lot.'];

/** Words that nobody can take for a person's: they say so in their first and last sentence. */
export function syntheticText(number: number, audience: Audience, random: Random): string {
  return `Synthetic story ${number}: ${random.pick(WHO[audience])} ${random.pick(DID)}, and ${random.pick(THEN)}. ${random.pick(LAST)}`;
}

export const syntheticTitle = (number: number): string => `Synthetic story ${number}`;
