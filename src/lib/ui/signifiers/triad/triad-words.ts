import type { TriadSignifier } from '$lib/domain/framework/edition';
import { describeTriad } from '$lib/domain/signifier/describe';
import type { Barycentric } from '$lib/domain/signifier/spaces';
import { ZONE_LABELS, type Zone } from '$lib/domain/signifier/zone';
import { bold, inSentence, words } from '../words';

/** Order of the list: corners, the sides between them in reading order, the middle. */
export const ZONE_ROWS: readonly Zone[] = ['A', 'B', 'C', 'AB', 'BC', 'AC', 'centre'];

/** A row of the list in words, bold marks inside. */
export function zoneWords(zone: Zone, signifier: TriadSignifier): string {
  const [first = 0, second, third] = ZONE_LABELS[zone];
  if (third !== undefined) return bold(signifier.centre);
  return second === undefined ? lead(first, signifier) : pair(first, second, signifier);
}

/** A placement in words: "Mostly the right help, a bit at the right time". */
export function placementWords(at: Barycentric, signifier: TriadSignifier): string {
  const said = describeTriad(at);
  switch (said.kind) {
    case 'all':
      return bold(signifier.centre);
    case 'pair': {
      const two = pair(said.labels[0], said.labels[1], signifier);
      return said.rest === null ? two : words('then_bit', { before: two, label: part(said.rest, signifier) });
    }
    case 'lead':
      return said.parts
        .slice(1)
        .reduce(
          (before, { label, amount }) =>
            words(amount === 'some' ? 'then_some' : 'then_bit', { before, label: part(label, signifier) }),
          lead(said.parts[0]?.label ?? 0, signifier),
        );
  }
}

function lead(label: number, signifier: TriadSignifier): string {
  return words('mostly', { label: part(label, signifier) });
}

function pair(first: number, second: number, signifier: TriadSignifier): string {
  return words('pair', { first: bold(signifier.labels[first]?.text ?? ''), second: part(second, signifier) });
}

function part(label: number, signifier: TriadSignifier): string {
  return bold(inSentence(signifier.labels[label]?.text ?? ''));
}
