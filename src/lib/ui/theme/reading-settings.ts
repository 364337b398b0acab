/**
 * How somebody likes to read. Each setting is a data attribute of the root element, which style sheets follow; what is
 * not chosen has none. The first option is the one without a choice. `speed` is of reading aloud; `text` in percent; `stops`
 * are those of the Tab key (controls/stops.svelte.ts).
 */
export const READING_OPTIONS = {
  text: ['100', '125', '150', '200'],
  spacing: ['normal', 'wide'],
  face: ['atkinson', 'lexend', 'opendyslexic'],
  easy: ['off', 'on'],
  speed: ['normal', 'slow', 'fast'],
  stops: ['few', 'each'],
} as const;
export type ReadingSetting = keyof typeof READING_OPTIONS;
export type ReadingSettings = { readonly [S in ReadingSetting]: (typeof READING_OPTIONS)[S][number] };

/** `static/theme.js` reads the same key before the first paint. */
export const READING_KEY = 'sheaf.reading';

export const AS_IT_COMES: ReadingSettings = {
  text: '100',
  spacing: 'normal',
  face: 'atkinson',
  easy: 'off',
  speed: 'normal',
  stops: 'few',
};

export const READING_SETTINGS = Object.keys(AS_IT_COMES) as readonly ReadingSetting[]; // its keys are these

/** `text=150 spacing=wide`: only what differs from how it comes; an empty text when nothing does. */
export function writeReading(settings: ReadingSettings): string {
  return READING_SETTINGS.filter((name) => settings[name] !== AS_IT_COMES[name])
    .map((name) => `${name}=${settings[name]}`)
    .join(' ');
}

/** Unknown names and values of another version are passed over. */
export function readReading(stored: string | null): ReadingSettings {
  const settings: Record<ReadingSetting, string> = { ...AS_IT_COMES };
  for (const part of (stored ?? '').split(' ')) {
    const [name, value] = part.split('=');
    const setting = READING_SETTINGS.find((candidate) => candidate === name);
    const option = setting && READING_OPTIONS[setting].find((candidate) => candidate === value);
    if (setting !== undefined && option !== undefined) settings[setting] = option;
  }
  return settings as ReadingSettings; // each value was found among its own options
}

/** Puts settings on the root element; those as they come have no attribute. */
export function applyReading(settings: ReadingSettings, { dataset }: Pick<HTMLElement, 'dataset'>): void {
  for (const name of READING_SETTINGS) {
    if (settings[name] === AS_IT_COMES[name]) delete dataset[name];
    else dataset[name] = settings[name];
  }
}
