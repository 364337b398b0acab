import type { Catalogue } from '../catalogue';

export const reach = {
  title: 'Who we have not heard from',
  'head.working': 'Counting who was heard',
  lead: '{stories} from {sessions}, all of them: no filter changes this page.',
  limits:
    'These are stories, not people, and Sheaf holds no figures of who lives where: a short bar may be a small place, or a silent one.',
  size: '{stories}, {sessions}',
  last: 'last in {month}',
  few: 'too few stories or sessions yet',
  kept_back: 'not shown: a smaller number could be worked out',
  look: 'See these stories on the wall',
  silent: { one: '{n} left it open.', other: '{n} left it open.' },
  notAsked: { one: '{n} was not asked.', other: '{n} were not asked.' },
  'special.head': 'Counted for the whole city only',
  'special.lead':
    'These answers are joined to no story, place or filter. Counts are to the nearest 5 and move only when enough new stories have come.',
  'special.asked': 'Counted so far, of the stories that were asked: the first {n}.',
  'special.about': 'about {n}',
  'special.few': 'not told: too few, or a few could be worked out',
  'special.none': 'Nothing can be told yet: fewer than {n} stories were asked.',
  'special.failed': 'These counts could not be fetched.',
  'table.head': 'Who was heard, as a table',
  'table.question': 'Question',
  'table.group': 'Group',
  'table.n': 'Stories',
  'table.sessions': 'Sessions',
  'table.last': 'Last story',
  'table.note':
    'Groups of fewer than {k} stories or 3 sessions have no number, nor has one beside them from which theirs could be worked out.',
} as const satisfies Catalogue;
