import { describe, expect, it } from 'vitest';
import content from '$lib/domain/framework/content/sheffield-send.json';
import type { SliderSignifier, StonesSignifier, TriadSignifier } from '$lib/domain/framework/edition';
import { editionFor } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { close } from '$lib/domain/signifier/triad';
import { positionWords, quotedStep } from '$lib/ui/signifiers/slider/slider-words';
import { placeWords } from '$lib/ui/signifiers/stones/stones-words';
import { placementWords, zoneWords, ZONE_ROWS } from '$lib/ui/signifiers/triad/triad-words';
import { bold, inSentence, plain, runs } from '$lib/ui/signifiers/words';

const edition = editionFor(FrameworkSchema.parse(content), 'youth');
function find<K extends 'triad' | 'slider' | 'stones'>(kind: K, id: string) {
  const found = edition.signifiers.find((signifier) => signifier.id === id);
  if (found?.kind !== kind) throw new Error(`no ${kind} ${id}`);
  return found as K extends 'triad' ? TriadSignifier : K extends 'slider' ? SliderSignifier : StonesSignifier; // cast: kind checked on the line above
}

describe('a triad in words', () => {
  const triad = find('triad', 'triad.right');

  it.each([
    [close(0.61, 0.29, 0.1), 'Mostly the right support, a bit at the right time'],
    [close(0.12, 0.56, 0.32), 'Mostly at the right time, some in the right place for me'],
    [close(0.5, 0.5, 0), 'The right support and at the right time'],
    [close(1, 1, 1), 'All three equally'],
  ])('says a placement as a person would', (at, said) => {
    expect(plain(placementWords(at, triad))).toBe(said);
  });

  it('has seven rows: corners, sides, middle', () => {
    expect(ZONE_ROWS.map((zone) => plain(zoneWords(zone, triad)))).toEqual([
      'Mostly the right support',
      'Mostly at the right time',
      'Mostly in the right place for me',
      'The right support and at the right time',
      'At the right time and in the right place for me',
      'The right support and in the right place for me',
      'All three equally',
    ]);
  });
});

describe('a slider in words', () => {
  const slider = find('slider', 'dyad.alone');

  it('says the line and the list alike', () => {
    expect(plain(positionWords(0.05, slider))).toBe('A lot like on my own');
    expect(quotedStep(1, slider)).toBe('A lot like “on my own”');
    expect(positionWords(0.5, slider)).toBe('In between');
    expect(plain(positionWords(0.79, slider))).toBe('A bit like with everything done for me');
  });
});

describe('a stone in words', () => {
  it('says both of its axes', () => {
    const { canvas } = find('stones', 'stones.helped');
    expect(placeWords({ x: 0.1, y: 0.9 }, canvas)).toBe('Got in the way, mattered a lot');
    expect(placeWords({ x: 0.6, y: 0.5 }, canvas)).toBe('Helped a bit, between mattered a little and mattered a lot');
  });
});

describe('a label inside a sentence', () => {
  it.each([
    ['The right help', 'the right help'],
    ['I was on my own', 'I was on my own'],
    ['SENCO', 'SENCO'],
    ['Us as parents', 'us as parents'],
  ])('%s becomes %s', (label, inside) => {
    expect(inSentence(label)).toBe(inside);
  });
});

describe('bold parts of a sentence', () => {
  it('come out as runs, and go away for screen readers', () => {
    const text = `Mostly ${bold('the right help')}, a bit ${bold('time')}`;
    expect(runs(text)).toEqual([
      { text: 'Mostly ', strong: false },
      { text: 'the right help', strong: true },
      { text: ', a bit ', strong: false },
      { text: 'time', strong: true },
    ]);
    expect(plain(text)).toBe('Mostly the right help, a bit time');
  });
});
