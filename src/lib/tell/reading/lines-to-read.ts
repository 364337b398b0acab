import { sentencesOf, type Span } from '../../ui/reading/sentences';
import type { Passage } from './passage';

/** One thing to be heard: a sentence spoken, or a recording of one or more passages. */
export type Line =
  | { readonly kind: 'spoken'; readonly passage: Passage; readonly span: Span; readonly text: string }
  /** Said about a passage, and nowhere to be seen. */
  | { readonly kind: 'said'; readonly passage: Passage; readonly text: string }
  | {
      readonly kind: 'recorded';
      readonly passages: readonly Passage[];
      readonly address: string;
      /** To speak where the recording cannot be got. */
      readonly instead: readonly SpokenLine[];
    };
export type SpokenLine = Exclude<Line, { kind: 'recorded' }>;

/** Recordings by the text they are of. */
export type RecordedTexts = ReadonlyMap<string, string>;

/** A text may stand on the screen in so many pieces: a child's question and the words under it. */
const MOST_PIECES = 6;

/**
 * What to play for a screen, in order. A recording comes before a voice.
 * @param onlyRecorded another language is listened to than the words are in: what has no recording is passed over
 */
export function linesToRead(passages: readonly Passage[], recorded: RecordedTexts, onlyRecorded: boolean): Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < passages.length;) {
    const found = recordingAt(passages, index, recorded, onlyRecorded);
    const passage = passages[index];
    if (passage === undefined) break;
    if (found !== null) lines.push(found.line);
    else if (!onlyRecorded) lines.push(...spoken(passage));
    const last = passages[index + (found?.pieces ?? 1) - 1];
    if (last?.after != null && !onlyRecorded) lines.push({ kind: 'said', passage: last, text: last.after });
    index += found?.pieces ?? 1;
  }
  return lines;
}

function spoken(passage: Passage): SpokenLine[] {
  return sentencesOf(passage.text, passage.lang).map((span) => ({
    kind: 'spoken',
    passage,
    span,
    text: passage.text.slice(span.from, span.to),
  }));
}

function recordingAt(
  passages: readonly Passage[],
  from: number,
  recorded: RecordedTexts,
  onlyRecorded: boolean,
): { pieces: number; line: Line } | null {
  if (recorded.size === 0) return null;
  for (let pieces = Math.min(MOST_PIECES, passages.length - from); pieces > 0; pieces -= 1) {
    const part = passages.slice(from, from + pieces);
    const address = recorded.get(plainText(part.map(({ text }) => text).join(' ')));
    if (address === undefined) continue;
    const instead = onlyRecorded ? [] : part.flatMap(spoken);
    return { pieces, line: { kind: 'recorded', passages: part, address, instead } };
  }
  return null;
}

/** As a text is compared: white space collapsed. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
