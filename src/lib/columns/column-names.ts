/** Names of columns; `/` cannot stand in an id, so nothing collides. */
export const COLUMN = {
  serial: 'row/serial',
  month: 'row/month',
  readable: 'row/readable',
  cluster: 'row/cluster',
  audience: 'row/audience',
  voice: 'row/voice',
  prompt: 'row/prompt',
  locale: 'row/locale',
  place: (scheme: string) => `place/${scheme}`,
  /** Triads: units of 1/60,000 of the first and second label (codes where there is no placement), and the zone. */
  triadA: (id: string) => `answer/${id}/a`,
  triadB: (id: string) => `answer/${id}/b`,
  /** Index into ZONES, taken from the exact placement before it was rounded to units. */
  triadZone: (id: string) => `answer/${id}/zone`,
  slider: (id: string) => `answer/${id}/at`,
  stoneX: (id: string, stone: string) => `answer/${id}/${stone}/x`,
  stoneY: (id: string, stone: string) => `answer/${id}/${stone}/y`,
  /** Single choice: index into the options. */
  choice: (id: string) => `answer/${id}/option`,
  /** Multiple choice: 32 options a word. */
  bits: (id: string, word: number) => `answer/${id}/bits${word}`,
  /** One byte for the whole answer: 0 answered, else a gap code (255, 254, 253). */
  state: (id: string) => `answer/${id}/state`,
  number: (id: string) => `answer/${id}/value`,
} as const;
