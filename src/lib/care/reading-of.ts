import type { Framework } from '../domain/framework/framework';
import { wordingFor } from '../domain/framework/wording';
import type { AreaScheme } from '../domain/programme/area-scheme';
import { effectiveSharing } from '../domain/story/story';
import type { Translate } from '../i18n/catalogue';
import type { care } from '../i18n/en/care';
import type { CareStory } from '../protocol/care';
import { API } from '../protocol/routes';
import type { ToldBeside } from '../ui/told/told-beside';
import { ageWords, placesInWords } from './about-words';
import { whoTold } from './entry-words';
import { placementsInWords } from './placements';
import type { Reading } from './reading';
import { moment } from './when';

interface Surroundings {
  readonly framework: Framework | null;
  readonly schemes: readonly AreaScheme[];
  readonly now: Date;
  readonly timeZone: string;
}

/** Puts an opened story into words: made on the server, so that no framework travels to the reader's phone. */
export function readingOf(
  t: Translate<typeof care>,
  { entry, story, files, seen, clearing, help, notes, earlier = [] }: CareStory,
  { framework, schemes, now, timeZone }: Surroundings,
): Reading {
  const prompt = framework?.prompts.find(({ id }) => id === story.prompt);
  const inWords = (answers: CareStory['story']['answers']) =>
    framework === null ? [] : placementsInWords(t, framework, story.audience, answers);
  const due = new Date(entry.dueAt);
  const when = moment(t, due, now, timeZone);
  return {
    id: entry.id,
    seen,
    clearing,
    title: story.title,
    text: story.text,
    locale: story.locale,
    who: whoTold(t, entry, ageWords(framework)),
    due: due <= now ? t('was_due', { when }) : t('due', { when }),
    prompt: prompt === undefined ? null : wordingFor(prompt.text, story.audience),
    sharing: story.sharing === null ? t('sharing_unsaid') : t(`sharing_${effectiveSharing(story)}`),
    places: placesInWords(story.about, framework, schemes),
    about: inWords(story.about.questions),
    placed: inWords(story.answers),
    beside: besideOf(story, files),
    askedForHelp: entry.askedForHelp,
    help: help === null ? null : { contact: help.contact, shut: help.shut !== undefined },
    concern: entry.state === 'concern',
    notes: notes.map(({ outcome, note }) => ({ outcome, note })),
    takenBack: entry.withdrawn ?? false,
    earlier: earlier.map(({ story: before, files: ofBefore }) => ({
      revision: before.revision,
      title: before.title,
      text: before.text,
      beside: besideOf(before, ofBefore),
    })),
  };
}

function besideOf(story: CareStory['story'], files: CareStory['files']): ToldBeside {
  return {
    locale: story.locale,
    files: files.map(({ here, ...file }) => ({
      ...file,
      src: here ? API.careFile(story.programme, story.id, file.sha256) : null,
    })),
    symbols: story.symbols ?? [],
    helper: story.helper ?? null,
  };
}
