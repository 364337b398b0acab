import type { Framework } from '../../domain/framework/framework';
import { wordingFor } from '../../domain/framework/wording';
import type { Programme } from '../../domain/programme/programme';
import type { Barycentric } from '../../domain/signifier/spaces';
import { close } from '../../domain/signifier/triad';
import { zoneOf } from '../../domain/signifier/zone';
import type { ReadableStory } from '../../protocol/explore';
import { API } from '../../protocol/routes';
import { monthName } from '../../ui/plots/months/month-labels';
import { zoneWords } from '../../ui/plots/triad/zone-words';
import type { ToldBeside } from '../../ui/told/told-beside';
import { t } from '../words';

/** What stands under a story's words: its places on the first triads, who told it, when and in whose words. */
export interface StoryFacts {
  readonly triads: readonly { readonly label: string; readonly at: Barycentric | null }[];
  readonly who: string;
  readonly how: string;
  readonly beside: ToldBeside;
}

/** So many small triangles stand beside the teller. */
const TRIADS = 3;

export function storyFacts(story: ReadableStory, programme: Programme, framework: Framework): StoryFacts {
  return {
    triads: triadsOf(story, framework),
    who: whoOf(story, programme, framework),
    how: howOf(story),
    beside: besideOf(story, programme),
  };
}

function besideOf(story: ReadableStory, programme: Programme): ToldBeside {
  const { serial, locale, files = [], symbols = [], helper = null } = story;
  const shown = files.map(({ here, ...file }) => ({
    ...file,
    src: here ? API.exploreFile(programme.slug, serial, file.sha256) : null,
  }));
  return { locale, files: shown, symbols, helper };
}

function triadsOf(story: ReadableStory, framework: Framework): StoryFacts['triads'] {
  const triads = framework.signifiers.filter((signifier) => signifier.kind === 'triad');
  const core = triads.filter((signifier) => framework.core.includes(signifier.id));
  return (core.length > 0 ? core : triads).slice(0, TRIADS).map((triad) => {
    const answer = story.answers[triad.id];
    if (answer?.state === 'answered' && answer.kind === 'triad') {
      const at = close(answer.at.a, answer.at.b, answer.at.c);
      const labels = triad.labels.map((label) => wordingFor(label.text, 'family'));
      return { at, label: t('mini.at', { title: triad.title, zone: zoneWords(zoneOf(at), labels) }) };
    }
    const state = answer?.state === 'not_applicable' ? 'not_applicable' : 'unanswered';
    return { at: null, label: t(`mini.${state}`, { title: triad.title }) };
  });
}

function whoOf(story: ReadableStory, programme: Programme, framework: Framework): string {
  const severalAudiences = framework.audiences.length > 1;
  const teller = severalAudiences ? t(`teller.${story.audience}`) : '';
  const place = programme.areaSchemes.flatMap((scheme) => {
    const area = story.about.places[scheme.id]?.area;
    const found = scheme.areas.find((candidate) => candidate.id === area);
    return found ? [found.name] : [];
  })[0];
  return [teller, place ?? ''].filter((part) => part !== '').join(' · ');
}

function howOf(story: ReadableStory): string {
  const [year = '', month = ''] = story.month.split('-');
  const told = t('reader.told', { month: monthName((Number(year) - 1970) * 12 + Number(month) - 1, 'long') });
  const voice = story.voice === null ? '' : t(`voiceOf.${story.voice}`);
  return [told, voice, story.quotable ? t('reader.quotable') : ''].filter((part) => part !== '').join(' · ');
}
