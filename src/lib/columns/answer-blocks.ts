import type { Answer, Answered } from '../domain/signifier/answer';
import { ZONES, zoneOf } from '../domain/signifier/zone';
import { close } from '../domain/signifier/triad';
import { ANSWERED_BYTE, gapCode, roomOf, type CodedType, type Gap } from './codes';
import { COLUMN } from './column-names';
import { toUnits, triadUnits } from './quantise';
import type { Column, DictionaryEntry } from './snapshot';

/** The columns of one signifier or question, and how one answer is written into them. */
export interface AnswerBlock {
  readonly columns: readonly (readonly [name: string, column: Column])[];
  put(row: number, answer: Answer | undefined): void;
}

export function answerBlock(entry: DictionaryEntry, rows: number): AnswerBlock {
  switch (entry.kind) {
    case 'triad':
      return triadBlock(entry.id, rows);
    case 'slider':
      return sliderBlock(entry.id, rows);
    case 'stones':
      return stonesBlock(entry.id, entry.stones, rows);
    case 'choice':
      return entry.many ? manyBlock(entry.id, entry.options, rows) : oneBlock(entry.id, entry.options, rows);
    case 'text':
      return textBlock(entry.id, rows);
    case 'number':
      return numberBlock(entry.id, rows);
  }
}

/** A column for an index into `size` values, with room for the codes. */
export function indexColumn(size: number, rows: number): { type: CodedType; column: Uint8Array | Uint16Array } {
  return size <= roomOf('u8')
    ? { type: 'u8', column: new Uint8Array(rows) }
    : { type: 'u16', column: new Uint16Array(rows) };
}

function triadBlock(id: string, rows: number): AnswerBlock {
  const a = new Uint16Array(rows);
  const b = new Uint16Array(rows);
  const zone = new Uint8Array(rows);
  return {
    columns: [
      [COLUMN.triadA(id), a],
      [COLUMN.triadB(id), b],
      [COLUMN.triadZone(id), zone],
    ],
    put(row, answer) {
      const read = reading(answer, 'triad');
      if ('gap' in read) {
        a[row] = b[row] = gapCode('u16', read.gap);
        zone[row] = gapCode('u8', read.gap);
        return;
      }
      const at = close(read.answer.at.a, read.answer.at.b, read.answer.at.c);
      const units = triadUnits(at);
      a[row] = units.a;
      b[row] = units.b;
      zone[row] = ZONES.indexOf(zoneOf(at));
    },
  };
}

function sliderBlock(id: string, rows: number): AnswerBlock {
  const at = new Uint16Array(rows);
  return {
    columns: [[COLUMN.slider(id), at]],
    put(row, answer) {
      const read = reading(answer, 'slider');
      at[row] = 'gap' in read ? gapCode('u16', read.gap) : toUnits(read.answer.at);
    },
  };
}

function stonesBlock(id: string, stones: readonly string[], rows: number): AnswerBlock {
  const state = new Uint8Array(rows);
  const places = stones.map((stone) => ({ stone, x: new Uint16Array(rows), y: new Uint16Array(rows) }));
  return {
    columns: [
      [COLUMN.state(id), state],
      ...places.flatMap(({ stone, x, y }) => [
        [COLUMN.stoneX(id, stone), x] as const,
        [COLUMN.stoneY(id, stone), y] as const,
      ]),
    ],
    put(row, answer) {
      const read = reading(answer, 'stones');
      state[row] = 'gap' in read ? gapCode('u8', read.gap) : ANSWERED_BYTE;
      for (const { stone, x, y } of places) {
        const placed = 'gap' in read ? undefined : read.answer.stones[stone];
        if (placed?.state === 'placed') {
          x[row] = toUnits(placed.x);
          y[row] = toUnits(placed.y);
          continue;
        }
        const untouched: Gap = placed === undefined ? 'unanswered' : 'notInStory';
        x[row] = y[row] = gapCode('u16', 'gap' in read ? read.gap : untouched);
      }
    },
  };
}

function oneBlock(id: string, options: readonly string[], rows: number): AnswerBlock {
  const { type, column } = indexColumn(options.length, rows);
  const indexOf = indexBy(options);
  return {
    columns: [[COLUMN.choice(id), column]],
    put(row, answer) {
      const read = reading(answer, 'choice');
      const index = 'gap' in read ? undefined : indexOf.get(read.answer.chosen[0] ?? '');
      column[row] = index ?? gapCode(type, 'gap' in read ? read.gap : 'unanswered');
    },
  };
}

function manyBlock(id: string, options: readonly string[], rows: number): AnswerBlock {
  const state = new Uint8Array(rows);
  const words = Array.from({ length: Math.max(1, Math.ceil(options.length / 32)) }, () => new Uint32Array(rows));
  const indexOf = indexBy(options);
  return {
    columns: [[COLUMN.state(id), state], ...words.map((column, word) => [COLUMN.bits(id, word), column] as const)],
    put(row, answer) {
      const read = reading(answer, 'choice');
      state[row] = 'gap' in read ? gapCode('u8', read.gap) : ANSWERED_BYTE;
      if ('gap' in read) return;
      for (const option of read.answer.chosen) {
        const index = indexOf.get(option);
        const word = index === undefined ? undefined : words[index >>> 5];
        if (index !== undefined && word !== undefined) word[row] = (word[row] ?? 0) | (1 << (index & 31));
      }
    },
  };
}

function textBlock(id: string, rows: number): AnswerBlock {
  const state = new Uint8Array(rows);
  return {
    columns: [[COLUMN.state(id), state]],
    put(row, answer) {
      const read = reading(answer, 'text');
      state[row] = 'gap' in read ? gapCode('u8', read.gap) : ANSWERED_BYTE;
    },
  };
}

function numberBlock(id: string, rows: number): AnswerBlock {
  const state = new Uint8Array(rows);
  const value = new Float32Array(rows);
  return {
    columns: [
      [COLUMN.state(id), state],
      [COLUMN.number(id), value],
    ],
    put(row, answer) {
      const read = reading(answer, 'number');
      state[row] = 'gap' in read ? gapCode('u8', read.gap) : ANSWERED_BYTE;
      value[row] = 'gap' in read ? 0 : read.answer.value;
    },
  };
}

type Of<K extends Answered['kind']> = Extract<Answered, { kind: K }>;

/** An answer of another kind than asked for (a signifier that changed between versions) was not asked in this form. */
function reading<K extends Answered['kind']>(answer: Answer | undefined, kind: K): { gap: Gap } | { answer: Of<K> } {
  if (answer === undefined) return { gap: 'notAsked' };
  if (answer.state === 'not_applicable') return { gap: 'notApplicable' };
  if (answer.state === 'unanswered') return { gap: 'unanswered' };
  return answer.kind === kind ? { answer: answer as Of<K> } : { gap: 'notAsked' }; // kind compared on this line
}

function indexBy(options: readonly string[]): Map<string, number> {
  return new Map(options.map((option, index) => [option, index]));
}
