import type { Edition } from '../domain/framework/edition';
import { stepsOf } from '../domain/framework/steps';
import type { PublicCollector } from '../domain/programme/collector';
import { cornersFor, isLabelOrder } from '../domain/signifier/corners';
import type { Draft } from '../domain/story/draft';

/**
 * A story nobody has told anything of yet. Only what the collector knows is in it: the place, where it is preset, and
 * the prompt, where the set asks a single one.
 * @param id becomes the story's id
 */
export function newDraft(id: string, collector: PublicCollector, edition: Edition): Draft {
  const steps = stepsOf(edition);
  const prompt = steps.find((step) => step.kind === 'prompt');
  const preset = collector.presetPlace;
  const corners = collector.corners === 'varied' ? cornersFor(id) : null;
  return {
    id,
    collector: collector.code,
    programme: collector.programme.slug,
    framework: { id: edition.id, version: edition.version },
    audience: edition.audience,
    locale: edition.translation?.locale ?? edition.locale,
    ...(corners === null || isLabelOrder(corners) ? {} : { corners: [...corners] }),
    step: steps[0]?.id ?? 'check',
    more: null,
    prompt: prompt?.promptIds.length === 1 ? (prompt.promptIds[0] ?? null) : null,
    title: '',
    text: '',
    answers: {},
    questions: {},
    places: preset === undefined ? {} : { [preset.scheme]: { area: preset.area, basis: 'collector' } },
    sharing: null,
    consent: [],
    help: null,
    secondsPerStep: {},
  };
}
