import type { AgeBand, Under13 } from '../domain/framework/age-band';
import type { Draft } from '../domain/story/draft';
import type { ConsentText } from '../domain/framework/edition';
import { comesAfterCore, type Step } from '../domain/framework/steps';
import type { Audience } from '../domain/audience';

/** One page of Tell. Almost every step is one screen; a child's assent is read page by page. */
export interface Screen {
  /** What stands in the address and in the saved draft: the step's id, from the second page on with `:page`. */
  readonly id: string;
  readonly step: Step;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/**
 * The steps this teller walks through. Until "two more minutes?" was answered with yes, the path is the short one, so
 * that what is announced is never more than what was agreed to. `thanks` is not a step of telling: by then it is sent.
 */
export function visibleSteps(
  steps: readonly Step[],
  more: boolean | null,
  placeKnown: boolean,
  asked: ConsentWay,
): Step[] {
  const gate = steps.findIndex((step) => step.kind === 'more');
  return steps.filter((step, index) => {
    if (step.kind === 'thanks') return false;
    if (step.kind === 'place' && placeKnown) return false;
    if (step.kind === 'consent' && !isAsked(step.consent, asked)) return false;
    return gate === -1 || index <= gate || more === true || comesAfterCore(step);
  });
}

/** What decides whose yes is asked for before a story is told. */
export interface ConsentWay {
  readonly band: AgeBand;
  readonly under13: Under13;
}

function isAsked({ bands, under13 }: ConsentText, way: ConsentWay): boolean {
  return (bands?.includes(way.band) ?? true) && (under13 ?? way.under13) === way.under13;
}

/** A child reads the assent one page at a time and is asked on a page of its own; a grown-up reads theirs on one. */
export function screensOf(steps: readonly Step[], audience: Audience): Screen[] {
  return steps.flatMap((step) => {
    const pages =
      step.kind === 'consent' && step.consent.by === undefined && audience === 'child'
        ? step.consent.pages.length + 1
        : 1;
    return Array.from({ length: pages }, (_, index) => ({
      id: index === 0 ? step.id : `${step.id}:${index + 1}`,
      step,
      page: index + 1,
      pages,
    }));
  });
}

/** The screens up to the first consent that has not been given: nothing behind it can be reached. */
export function reachable(screens: readonly Screen[], draft: Pick<Draft, 'consent'>): readonly Screen[] {
  const closed = screens.findIndex(({ step }) => step.kind === 'consent' && !hasAgreed(draft, step.consent.id));
  const closedStep = screens[closed]?.step;
  if (closedStep === undefined) return screens;
  return screens.slice(0, closed + screens.filter(({ step }) => step === closedStep).length);
}

/** Consent is recorded as `<consent id>@<framework version>`. */
export function hasAgreed(draft: Pick<Draft, 'consent'>, consentId: string): boolean {
  return draft.consent.some((record) => record.text.startsWith(`${consentId}@`));
}
