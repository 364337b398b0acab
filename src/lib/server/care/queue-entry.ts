import type { Policies } from '../../domain/programme/programme';
import type { QueueEntry } from '../../protocol/care';
import type { StoredStory } from '../store/port';
import { needsHelp } from './clearing';

const HOUR_MS = 60 * 60 * 1000;

/** What may be known of a story before it is opened: what it is and since when, never its words. */
export function queueEntry(stored: StoredStory, { readWithinHours }: Pick<Policies, 'readWithinHours'>): QueueEntry {
  const { story, help, receivedAt, amendedAt, reading, withdrawn } = stored;
  const hours = needsHelp(stored) ? readWithinHours.flagged : readWithinHours.others;
  return {
    id: story.id,
    receivedAt: receivedAt.toISOString(),
    dueAt: new Date((amendedAt ?? receivedAt).getTime() + hours * HOUR_MS).toISOString(),
    audience: story.audience,
    voice: story.voice,
    locale: story.locale,
    ageBand: chosen(story.about.questions['demo.age']),
    words: countWords(story.text),
    titled: story.title !== null,
    files: story.media.map(({ kind, seconds }) => (seconds === undefined ? { kind } : { kind, seconds })),
    symbols: story.symbols?.length ?? 0,
    askedForHelp: help?.wanted ?? false,
    leftContact: help?.sealed !== undefined || (help?.contact ?? '').trim() !== '',
    state: reading === 'concern' ? 'concern' : 'unread',
    ...(withdrawn ? { withdrawn: true as const } : {}),
  };
}

function chosen(answer: StoredStory['story']['answers'][string] | undefined): string | null {
  return answer?.state === 'answered' && answer.kind === 'choice' ? (answer.chosen[0] ?? null) : null;
}

/** Urgent ones first, then the one due first. */
export function byUrgency(a: QueueEntry, b: QueueEntry): number {
  const rank = ({ state, askedForHelp }: QueueEntry) => (state === 'concern' || askedForHelp ? 0 : 1);
  return rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt);
}

/** Words between white space; where a language writes none (Chinese, Japanese) this counts too few, which only shortens the label. */
export function countWords(text: string | null): number {
  return text === null ? 0 : text.split(/\s+/).filter((word) => word !== '').length;
}
