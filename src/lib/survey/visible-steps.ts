import type { Draft } from '../domain/story/draft';
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
export function visibleSteps(steps: readonly Step[], more: boolean | null, placeKnown: boolean): Step[] {
  const gate = steps.findIndex((step) => step.kind === 'more');
  return steps.filter((step, index) => {
    if (step.kind === 'thanks') return false;
    if (step.kind === 'place' && placeKnown) return false;
    return gate === -1 || index <= gate || more === true || comesAfterCore(step);
  });
}

/** A child reads the assent one page at a time and is asked on a page of its own. */
export function screensOf(steps: readonly Step[], audience: Audience): Screen[] {
  return steps.flatMap((step) => {
    const pages = step.kind === 'consent' && audience === 'child' ? step.consent.pages.length + 1 : 1;
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
