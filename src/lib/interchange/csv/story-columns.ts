import type { Framework } from '../../domain/framework/framework';
import type { AreaScheme } from '../../domain/programme/area-scheme';
import { effectiveSharing } from '../../domain/story/story';
import { answerColumns } from './answer-columns';
import { CSV_BEGIN, csvRecord } from './csv-text';
import type { ExportRow } from './export-row';
import { safeCell } from './safe-cell';

export interface StoryColumn {
  readonly name: string;
  readonly meaning: string;
  readonly cell: (row: ExportRow) => string;
}

/**
 * The columns of a programme's stories: one row per story. Device facts, exact times, receipts and consent records are
 * not in it; special reach questions neither, since they are never crossed with stories.
 */
export function storyColumns(framework: Framework, schemes: readonly AreaScheme[]): StoryColumn[] {
  const words = (text: string | null, readable: boolean): string => (readable && text !== null ? safeCell(text) : '');
  return [
    { name: 'story', meaning: 'Running number of the story on this server', cell: (row) => String(row.serial) },
    { name: 'month', meaning: 'Year and month in which it arrived', cell: (row) => row.month },
    {
      name: 'cluster',
      meaning: 'Stories told together: session, else collector and week',
      cell: (row) => String(row.cluster),
    },
    {
      name: 'framework',
      meaning: 'Framework and version it was told with',
      cell: ({ story }) => `${story.framework.id}@${story.framework.version}`,
    },
    { name: 'audience', meaning: 'Which wording was shown', cell: ({ story }) => story.audience },
    { name: 'voice', meaning: 'Whose words: own, supported, scribed, proxy', cell: ({ story }) => story.voice ?? '' },
    { name: 'language', meaning: 'Language it was told in', cell: ({ story }) => story.locale },
    { name: 'prompt', meaning: 'Prompt chosen', cell: ({ story }) => story.prompt ?? '' },
    {
      name: 'sharing',
      meaning: 'dots, read or quote; unanswered counts as dots',
      cell: ({ story }) => effectiveSharing(story),
    },
    {
      name: 'title',
      meaning: 'Title, where cleared and shared',
      cell: ({ story, readable }) => words(story.title, readable),
    },
    {
      name: 'text',
      meaning: 'The story, where cleared and shared',
      cell: ({ story, readable }) => words(story.text, readable),
    },
    {
      name: 'pictures',
      meaning: 'The row of picture symbols in the order it was laid, where cleared and shared',
      cell: ({ story, readable }) => words(story.symbols?.join(' ') ?? null, readable),
    },
    {
      name: 'files',
      meaning: 'Kinds of the files told with it: voice, drawing, photo',
      cell: ({ story }) => story.media.map(({ kind }) => kind).join(' '),
    },
    {
      name: 'helper',
      meaning: 'Who helped to tell, as a role; empty where nobody did',
      cell: ({ story }) => story.helper?.who ?? '',
    },
    {
      name: 'helper.expressed',
      meaning: 'How the teller expressed it to the helper',
      cell: ({ story }) => story.helper?.expressed.join(' ') ?? '',
    },
    {
      name: 'helper.view',
      meaning: 'The own view of the helper, not the teller, where cleared and shared',
      cell: ({ story, readable }) => words(story.helper?.view ?? null, readable),
    },
    ...schemes.flatMap(({ id, name }): StoryColumn[] => [
      { name: `place.${id}`, meaning: `Area in ${name}`, cell: ({ story }) => story.about.places[id]?.area ?? '' },
      {
        name: `place.${id}.basis`,
        meaning: `How the area in ${name} came to be known`,
        cell: ({ story }) => story.about.places[id]?.basis ?? '',
      },
    ]),
    ...framework.questions
      .filter((question) => question.reach !== true)
      .flatMap((question) =>
        answerColumns(question).map(({ name, meaning, cell }) => ({
          name,
          meaning,
          cell: ({ story, readable }: ExportRow) => cell(story.about.questions[question.id], readable),
        })),
      ),
    ...framework.signifiers.flatMap((signifier) =>
      answerColumns(signifier).map(({ name, meaning, cell }) => ({
        name,
        meaning,
        cell: ({ story, readable }: ExportRow) => cell(story.answers[signifier.id], readable),
      })),
    ),
  ];
}

export function csvHeader(columns: readonly StoryColumn[]): string {
  return CSV_BEGIN + csvRecord(columns.map((column) => column.name));
}

export function csvRow(columns: readonly StoryColumn[], row: ExportRow): string {
  return csvRecord(columns.map((column) => column.cell(row)));
}

/** What each column means, as a file beside the stories. */
export function csvMeanings(columns: readonly StoryColumn[]): string {
  const records = columns.map(({ name, meaning }) => csvRecord([name, safeCell(meaning)]));
  return CSV_BEGIN + csvRecord(['column', 'meaning']) + records.join('');
}
