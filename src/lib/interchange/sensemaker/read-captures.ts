import Papa from 'papaparse';
import { LocaleSchema } from '../../domain/identifiers';
import { StorySchema, type Sharing, type Story } from '../../domain/story/story';
import { cell, CellError, wordsIn, type CaptureRow, type CellProblem } from './cell';
import { columnsOf, readAnswer } from './read-answer';
import type { Definition } from './read-definition';
import type { Capture } from './capture';
import { oddities } from './oddities';
import { importedStoryId } from './story-id';

export type CapturesRead =
  | { readonly kind: 'captures'; readonly captures: readonly Capture[]; readonly notes: readonly string[] }
  /** Nothing can be used: one refused cell refuses the file. */
  | { readonly kind: 'malformed'; readonly problems: readonly CellProblem[] };

export interface ImportInto {
  readonly programme: string;
  readonly collector: string;
  /** Null = unanswered, which counts as dots only. */
  readonly sharing: Sharing | null;
}

const UPLOADED = 'server_upload_time';
/** Facts about devices, times and places that no pattern needs (DESIGN invariant 5), and bookkeeping of the vendor's. */
const DROPPED = /^(meta_.*|responder_id|version|definition_version)$/;

/** Reads the raw form of captures (shares from 0 to 1). Every record is read before any is handed back. */
export async function readCaptures(csv: string, definition: Definition, into: ImportInto): Promise<CapturesRead> {
  const table = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: 'greedy', delimiter: ',' });
  const header = table.meta.fields ?? [];
  const problems = [...headerProblems(header, definition), ...table.errors.map(shapeProblem)];
  if (problems.length > 0) return { kind: 'malformed', problems };
  const captures: Capture[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of table.data.entries()) {
    const row: CaptureRow = { row: index + 2, cells };
    try {
      const id = captureId(row, seen);
      captures.push(await readCapture(row, id, header, definition, into));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      problems.push({ row: row.row, column: error.column, reason: error.reason });
    }
  }
  if (problems.length > 0) return { kind: 'malformed', problems };
  return {
    kind: 'captures',
    captures,
    notes: [...notesOn(header, definition), ...oddities(table.data, captures, definition)],
  };
}

async function readCapture(
  row: CaptureRow,
  id: string,
  header: readonly string[],
  definition: Definition,
  into: ImportInto,
): Promise<Capture> {
  const { framework, storyField, vendorId } = definition;
  const project = cell(row, 'project_id');
  if (project !== '' && project !== vendorId)
    throw new CellError('project_id', `${project.slice(0, 60)} is another framework than the definition's`);
  const receivedAt = uploadedAt(row);
  const text = storyField === null ? null : wordsIn(row, storyField, framework.story.maxChars);
  const asked = framework.signifiers.filter((signifier) => columnsOf(signifier).some((name) => header.includes(name)));
  const answers = asked.map((signifier) => [signifier.id, readAnswer(signifier, row)] as const);
  const clock = receivedAt.toISOString();
  const parsed = StorySchema.safeParse({
    schema: 1,
    id: await importedStoryId(vendorId, id),
    revision: 1,
    programme: into.programme,
    framework: { id: framework.id, version: framework.version },
    collector: into.collector,
    session: null,
    audience: 'family',
    voice: null,
    locale: LocaleSchema.safeParse(cell(row, 'language')).data ?? framework.locale,
    prompt: null,
    title: null,
    text,
    media: [],
    answers: Object.fromEntries(answers),
    about: { places: {}, questions: {} },
    sharing: into.sharing,
    // What was agreed to is the vendor's record; the sharing was decided by the person who imported.
    consent: [{ text: 'import@sensemaker', by: 'helper', at: clock }],
    device: { clock, sequence: 1, secondsPerStep: {} },
  } satisfies Story);
  if (parsed.success) return { story: parsed.data, receivedAt };
  const where = parsed.error.issues[0]?.path.join('.') ?? 'the record';
  throw new CellError(where, 'cannot be kept in a story');
}

function captureId(row: CaptureRow, seen: Map<string, number>): string {
  const id = cell(row, 'id');
  if (id === '') throw new CellError('id', 'is empty');
  const before = seen.get(id);
  if (before !== undefined) throw new CellError('id', `${id.slice(0, 60)} stands in row ${before} already`);
  seen.set(id, row.row);
  return id;
}

const EARLIEST = Date.UTC(1995, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

function uploadedAt(row: CaptureRow): Date {
  const text = cell(row, UPLOADED);
  const milliseconds = /^\d+$/.test(text) ? Number(text) : NaN;
  if (milliseconds >= EARLIEST && milliseconds <= LATEST) return new Date(milliseconds);
  throw new CellError(UPLOADED, text === '' ? 'is empty' : `“${text.slice(0, 40)}” is not a time in milliseconds`);
}

function headerProblems(header: readonly string[], { framework }: Definition): CellProblem[] {
  const missing = ['id', UPLOADED].filter((name) => !header.includes(name));
  const problems = missing.map((column) => ({
    row: 1,
    column,
    reason: 'this column is missing: not a file of raw captures',
  }));
  const known = framework.signifiers.some((signifier) => columnsOf(signifier).some((name) => header.includes(name)));
  if (missing.length === 0 && !known)
    problems.push({ row: 1, column: 'id', reason: 'no column belongs to a signifier of the definition' });
  return problems;
}

function shapeProblem({ row, message, code }: Papa.ParseError): CellProblem {
  const column = code === 'TooManyFields' ? 'after the last' : code === 'TooFewFields' ? 'the last' : 'any';
  return { row: (row ?? -1) + 2, column, reason: message };
}

function notesOn(header: readonly string[], definition: Definition): string[] {
  const { framework, storyField } = definition;
  const known = new Set([
    'id',
    'project_id',
    'language',
    UPLOADED,
    ...(storyField === null ? [] : [storyField, `${storyField}_NA`]),
    ...framework.signifiers.flatMap(columnsOf),
  ]);
  const others = header.filter((name) => !known.has(name));
  const dropped = others.filter((name) => DROPPED.test(name));
  const unknown = others.filter((name) => !DROPPED.test(name));
  const unasked = framework.signifiers.filter((one) => !columnsOf(one).some((name) => header.includes(name)));
  return [
    ...(dropped.length === 0 ? [] : [`left out on purpose, no pattern needs them: ${dropped.join(', ')}`]),
    ...unknown.map((name) => `the column ${name} belongs to nothing in the definition: left out`),
    ...unasked.map(({ title }) => `“${title}”: the captures have no column for it`),
  ];
}
