import { ZONES } from '../../domain/signifier/zone';
import { AUDIENCES } from '../../domain/audience';
import type { ReleasedTable } from '../../protocol/release';
import { zoneWords } from '../../ui/plots/triad/zone-words';
import { t as explore } from '../words';
import { quarterWords, t } from './words';

const FIFTHS = ['fifth.0', 'fifth.1', 'fifth.2', 'fifth.3', 'fifth.4'] as const;
const STATES = ['not_applicable', 'no_answer', 'elsewhere'] as const;

/** What a table is called. */
export function tableTitle({ kind, title }: ReleasedTable): string {
  return kind === 'place' || kind === 'audience' || kind === 'quarter' ? t(`table.${kind}`) : title;
}

/** What its lines are. */
export function lineHead({ kind }: ReleasedTable): string {
  return t(kind === 'triad' || kind === 'slider' || kind === 'choice' ? 'line.answer' : `line.${kind}`);
}

/** One line in words: by the labels of its triad or slider, or by its own name. */
export function lineWords({ kind, labels }: ReleasedTable, line: ReleasedTable['lines'][number]): string {
  if (line.name !== null) return line.name;
  const state = STATES.find((id) => id === line.id);
  if (state !== undefined) return t(state);
  if (kind === 'quarter') return quarterWords(line.id);
  const audience = AUDIENCES.find((id) => id === line.id);
  if (audience !== undefined) return explore(`audience.${audience}`);
  const zone = ZONES.find((id) => id === line.id);
  if (zone !== undefined) return zoneWords(zone, labels);
  const fifth = FIFTHS.find((id) => id === line.id);
  if (fifth !== undefined) return explore(fifth, { first: labels[0] ?? '', second: labels[1] ?? '' });
  return t('unnamed');
}
