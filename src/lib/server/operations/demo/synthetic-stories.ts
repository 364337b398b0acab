import type { Edition } from '../../../domain/framework/edition';
import { editionFor } from '../../../domain/framework/edition-for';
import type { Framework } from '../../../domain/framework/framework';
import { comesAfterCore, stepsOf, type Step } from '../../../domain/framework/steps';
import type { Audience, Voice } from '../../../domain/audience';
import type { Programme } from '../../../domain/programme/programme';
import type { Answer } from '../../../domain/signifier/answer';
import { storyId } from '../../../domain/story/story-id';
import type { Sharing, Story } from '../../../domain/story/story';
import { aboutYou } from './about-you';
import { gatherings, type Gathering } from './gathering';
import { PATTERNS } from './habits';
import { PLANTED_SHIFT } from './planted-shift';
import { seededRandom, type Random } from './random';
import { syntheticAnswer, type Teller } from './synthetic-answer';
import { syntheticText, syntheticTitle } from './synthetic-words';

export interface SyntheticStory {
  readonly story: Story;
  readonly receivedAt: Date;
  /** What a reader would have decided by now. */
  readonly reading: 'unread' | 'clear' | 'concern';
}

export interface SyntheticPlan {
  readonly framework: Framework;
  readonly programme: Pick<Programme, 'slug' | 'areaSchemes'>;
  /** Codes of the collector for sessions and of the open link. */
  readonly collectors: { readonly session: string; readonly open: string };
  readonly stories: number;
  readonly seed: string;
}

/** Synthetic stories in the order in which they would have arrived. The same plan gives the same stories. */
export function* syntheticStories(plan: SyntheticPlan): Generator<SyntheticStory> {
  const random = seededRandom(`${plan.seed}/${plan.stories}`);
  const asked = askedOf(plan.framework);
  let number = 0;
  for (const gathering of gatherings(plan.stories, plan.programme.areaSchemes, random)) {
    for (let i = 0; i < gathering.size; i += 1) {
      number += 1;
      yield tell(plan, gathering, number, asked(gathering.audience), random);
    }
  }
}

interface Asked {
  readonly edition: Edition;
  readonly steps: readonly Step[];
}

function askedOf(framework: Framework): (audience: Audience) => Asked {
  const known = new Map<Audience, Asked>();
  return (audience) => {
    const found = known.get(audience);
    if (found !== undefined) return found;
    const edition = editionFor(framework, audience);
    const made = { edition, steps: stepsOf(edition) };
    known.set(audience, made);
    return made;
  };
}

function tell(
  plan: SyntheticPlan,
  gathering: Gathering,
  number: number,
  { edition, steps }: Asked,
  random: Random,
): SyntheticStory {
  const { audience } = gathering;
  const about = aboutYou(gathering, plan.programme.areaSchemes, edition, random);
  const own = random.whole(0, PATTERNS - 1);
  const strays = random.chance(0.1);
  const shifted = about.places[PLANTED_SHIFT.scheme]?.area === PLANTED_SHIFT.area;
  const teller: Teller = {
    audience,
    pattern: () => (strays ? random.whole(0, PATTERNS - 1) : own),
    shift: shifted ? PLANTED_SHIFT : null,
  };
  const answers: Record<string, Answer> = {};
  const goesOn = random.chance(0.65);
  let core = true;
  for (const step of steps) {
    if (step.kind === 'more') core = false;
    // "Two more minutes?" answered with no: what follows was never shown, so it leaves no record.
    if (!core && !goesOn && !comesAfterCore(step)) continue;
    if (step.kind === 'signifier') answers[step.signifier.id] = syntheticAnswer(step.signifier, teller, random);
  }
  const clock = new Date(gathering.at.getTime() + random.whole(0, 240) * 60_000);
  const sharing = random.weighted<Sharing | null>(['dots', 'read', 'quote', null], [20, 45, 25, 10]);
  const text = random.chance(0.94) ? syntheticText(number, audience, random) : null;
  const consent = edition.consents[0]?.id ?? 'consent';
  const story: Story = {
    schema: 1,
    id: storyId(clock.getTime(), random.bytes(10)),
    revision: 1,
    programme: plan.programme.slug,
    framework: { id: plan.framework.id, version: plan.framework.version },
    collector: gathering.session === null ? plan.collectors.open : plan.collectors.session,
    session: gathering.session,
    audience,
    voice: random.weighted<Voice | null>(
      ['own', 'supported', 'scribed', 'proxy', null],
      audience === 'child' ? [50, 30, 8, 4, 8] : [80, 5, 2, 6, 7],
    ),
    locale: random.weighted(['en', 'ar', 'ur', 'pl'], [92, 3, 3, 2]),
    prompt: edition.prompts.length === 0 ? null : random.pick(edition.prompts).id,
    title:
      text !== null && steps.some((step) => step.kind === 'title') && random.chance(0.6)
        ? syntheticTitle(number)
        : null,
    text,
    media: [],
    answers,
    about,
    sharing,
    consent: [{ text: `${consent}@${plan.framework.version}`, by: 'teller', at: clock.toISOString() }],
    device: { clock: clock.toISOString(), sequence: number, secondsPerStep: { story: random.whole(20, 240) } },
  };
  // Readers are never quite done: some wait, a few worried somebody.
  return {
    story,
    receivedAt: gathering.at,
    reading: random.weighted(['clear', 'unread', 'concern'] as const, [940, 55, 5]),
  };
}
