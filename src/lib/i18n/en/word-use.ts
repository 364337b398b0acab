import type { Catalogue } from '../catalogue';

export const wordUse = {
  title: 'Words of {first}, beside {second}',
  'head.working': 'Reading the words',
  lead: 'From the texts that may be read: {stories} from {sessions}, beside {m} from {others}. A word counts once for each story. Lines are 95 % ranges, as if every story were told by itself; “–” stands where fewer than {k} stories use a word, or nearly all of one session.',
  'lead.tested': {
    one: '{n} word is used in five stories of three sessions, and was compared.',
    other: '{n} words are used in five stories of three sessions, and were compared.',
  },
  'lead.apart': 'Stories that are in both groups are left out.',
  'lead.lot': 'There are {n} texts; those compared were drawn by lot, the same for everybody.',
  limits:
    'People chose to tell. A word that a session talked about can stand out: read the stories before you say anything.',
  exploring: 'Exploring: corrected for all words together, not for all the groups that one may look at.',
  language: 'Language',
  more: 'Used more: {group}',
  'more.none': 'No word stands out here.',
  unit: 'stories in 100',
  say: '{word}: {group} {n}, {other} {m}',
  'say.share': '{n} in 100, {low} to {high}',
  few: '–',
  'few.say': 'not told',
  held: 'No numbers this time: with the answers you had before, they would tell of a few stories. The words and their order are the same.',
  'held.number': 'not told',
  'held.say': '{word}: no numbers this time',
  read: 'Read stories that say “{word}”',
  'read.said': 'Some stories that say “{word}”',
  'refused.few':
    'Too few texts to compare yet. {group} needs {k} readable texts from three sessions, no session with more than 60 in 100 of them. Nothing is lost: choose a wider group, or wait for more stories.',
  'refused.like_earlier':
    'This is so like all stories, or like a group you looked at before, that the words of a few stories could be worked out from the two answers. Nothing is lost: choose a wider group, or read the stories themselves.',
  no_texts: 'No story may be read yet. Words stand here once readers have cleared stories that are shared for reading.',
  loading: 'Reading the words of both groups',
  failed: 'The words could not be fetched. Nothing is lost.',
  signedOut: 'You have been signed out. Sign in again to see the words.',
  bad_request: 'This filter means nothing to the server. Take it off and try again.',
  again: 'Try again',
  'table.word': 'Word',
  'table.first': '{group}, stories',
  'table.second': '{group}, stories',
  'table.head': 'Words as a table',
  'table.note':
    'Log-odds with an informative prior (Monroe, Colaresi and Quinn 2008), corrected for all words compared (Benjamini and Hochberg, q up to .05). No number stands where fewer than {k} stories use a word, or nearly all of one session.',
} as const satisfies Catalogue;
