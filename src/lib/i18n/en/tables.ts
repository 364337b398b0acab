import type { Catalogue } from '../catalogue';

/** The released tables: what people see who are given aggregates only. */
export const tables = {
  title: 'Tables',
  'page.title': '{programme} · released tables · Sheaf',
  head: '{programme} in tables',
  'lead.stories': 'About {n} stories, received before {day}.',
  'lead.release': 'Release of {quarter}. It stays as it is; another one can come on {next} or later.',
  'lead.self': 'People chose to tell these. They are not a survey of everyone.',
  'lead.synthetic': 'These stories were made by a machine to try Sheaf out. Nobody told them.',
  'lead.draft': 'The questions are a draft: {notice}',
  'how.head': 'How to read the numbers',
  'how.rounded': 'Every number is to the nearest {step}. So numbers need not add up.',
  'how.few':
    '“Fewer than {k} or kept back” stands where fewer than {k} stories are, or none, or stories of too few sessions. It also stands where a larger number is kept back, because a small one could be worked out from it.',
  'how.kept':
    'A number with a date under it is from an earlier release: since then too few stories came to it for a new one.',
  'how.places': 'Places are {scheme}. “Elsewhere” is outside, the whole city, or not said.',
  'how.no_places': 'There are no numbers by place in this release.',
  'how.hash': 'This release is {hash}. The same letters mean the same numbers.',
  'none.head': 'No release yet',
  'none.words':
    'Tables are released once a quarter, when at least {k} new stories from at least {clusters} sessions have come. The next can come on {next} or later.',
  contents: 'Tables in this release',
  everywhere: 'Everywhere',
  elsewhere: 'Elsewhere',
  few: 'fewer than {k} or kept back',
  since: 'as of {day}',
  'not.counted': 'not counted by place',
  'line.place': 'Place',
  'line.answer': 'Answer',
  'line.quarter': 'Arrived',
  'line.audience': 'Told by',
  'line.options': 'Answer (several could be chosen)',
  'table.place': 'Where',
  'table.audience': 'Who told it',
  'table.quarter': 'When it arrived',
  not_applicable: 'does not fit',
  no_answer: 'no answer',
  unnamed: 'An answer of an earlier version',
  months: '{first} to {last}',
} as const satisfies Catalogue;
