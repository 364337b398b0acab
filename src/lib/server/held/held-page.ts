/** A name and what stands beside it. */
export type Line = readonly [string, string];

export interface HeldFile {
  readonly kind: 'voice' | 'drawing' | 'photo';
  readonly mime: string | null;
  /** Null where the file never arrived. */
  readonly base64: string | null;
}

/** What is held for a receipt, as it is shown. */
export interface HeldPage {
  readonly programme: string;
  readonly made: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly files: readonly HeldFile[];
  readonly told: readonly Line[];
  readonly answers: readonly Line[];
  readonly places: readonly Line[];
  readonly sharing: string;
  readonly consents: readonly Line[];
  readonly device: readonly Line[];
  /** Whether help was wished for; null = it was not asked. */
  readonly help: boolean | null;
  readonly contact: boolean;
  readonly readings: readonly string[];
  readonly releases: readonly string[];
}

/** One page that needs nothing else: it opens in every browser, without a network, and can be printed. */
export function heldHtml(page: HeldPage): string {
  const { programme, made } = page;
  const sections = [
    section('Your story', [
      page.title === null ? '' : `<h3 dir="auto">${safe(page.title)}</h3>`,
      page.text === null ? '<p>No words were written.</p>' : `<p class="words" dir="auto">${safe(page.text)}</p>`,
      ...page.files.map(fileHtml),
    ]),
    section('Your answers', [linesHtml(page.answers, 'No question was answered.')]),
    section('Places', [linesHtml(page.places, 'No place is kept.')]),
    section('How far it is shared', [
      `<p>${safe(page.sharing)}</p>`,
      '<p>You can share it less, or take it back, on the receipt page with the code and the four words.</p>',
    ]),
    section('What you agreed to', [linesHtml(page.consents, 'Nothing.')]),
    section('When and how it was told', [linesHtml(page.told, '')]),
    section('What the device sent with it', [linesHtml(page.device, '')]),
    section('A wish for help', [helpHtml(page)]),
    section('Who has read it', [
      page.readings.length === 0
        ? '<p>Nobody has read it yet.</p>'
        : `<p>A trained reader read it on ${safe(page.readings.join(', '))}.</p>`,
    ]),
    section('What was published', [
      page.releases.length === 0
        ? '<p>It is in no published table.</p>'
        : `<p>It is counted, among others, in the tables of ${safe(page.releases.join(', '))}. They are rounded and show no single story.</p>`,
      '<p>Named analysts of the programme may have counted its answers since it arrived, by month and in coarse groups.</p>',
    ]),
    section('What is not on this page', [
      '<p>No name, address, exact age or account of yours is kept. The four words are kept only as a number from which they cannot be worked out.</p>',
      '<p>Whatever those who look after safety may have noted about any story is never shown in this way, and this page does not say whether there is anything. That staff looked at a story is written down without its words.</p>',
    ]),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What ${safe(programme)} holds for this receipt</title>
<style>${STYLE}</style>
<h1>What ${safe(programme)} holds for this receipt</h1>
<p>Made on ${safe(made)}. It is everything that is kept with this story. It is for the person who told it: keep it where only they find it.</p>
${sections.join('\n')}
</html>
`;
}

const STYLE = `body{font:1.125rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2rem;border-top:1px solid}.words{white-space:pre-wrap}dt{font-weight:bold;margin-top:.75rem}dd{margin:0;overflow-wrap:anywhere}
img{max-width:100%}`;

function section(heading: string, parts: readonly string[]): string {
  return `<section><h2>${heading}</h2>\n${parts.filter((part) => part !== '').join('\n')}</section>`;
}

function linesHtml(lines: readonly Line[], none: string): string {
  if (lines.length === 0) return none === '' ? '' : `<p>${none}</p>`;
  const rows = lines.map(([name, value]) => `<dt dir="auto">${safe(name)}</dt><dd dir="auto">${safe(value)}</dd>`);
  return `<dl>${rows.join('\n')}</dl>`;
}

const KIND = { voice: 'recording of a voice', drawing: 'drawing', photo: 'photo' } as const;

function fileHtml({ kind, mime, base64 }: HeldFile): string {
  if (mime === null || base64 === null) return `<p>A ${KIND[kind]} belongs to it and has not arrived.</p>`;
  const source = `data:${safe(mime)};base64,${base64}`;
  return kind === 'voice'
    ? `<p>A ${KIND.voice}: <audio controls src="${source}"></audio></p>`
    : `<p><img alt="The ${KIND[kind]} of the story" src="${source}"></p>`;
}

function helpHtml({ help, contact }: HeldPage): string {
  if (help === null) return '<p>Nothing about help is kept.</p>';
  const wish = help ? 'You wished for somebody’s help.' : 'You wished for no help.';
  const how = contact
    ? ' How to reach you is kept sealed, for those who look after safety alone. They can show it to you.'
    : '';
  return `<p>${wish}${how}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
