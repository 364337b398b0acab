import type { SliderSignifier } from '$lib/domain/framework/edition';
import { stepOf, type SliderStep } from '$lib/domain/signifier/slider';
import { bold, inSentence, words } from '../words';

/** One of the five steps in words, for the list: the label in quotation marks. */
export function quotedStep(step: SliderStep, signifier: SliderSignifier): string {
  return stepWords(step, signifier, (label) => words('quoted', { label }));
}

function stepWords(step: SliderStep, signifier: SliderSignifier, dress: (label: string) => string): string {
  if (step === 3) return words('between');
  const label = dress(inSentence(signifier.ends[step < 3 ? 0 : 1].text));
  return words(step === 1 || step === 5 ? 'lot_like' : 'bit_like', { label });
}

/** A position in words, bold marks inside: those of the step it lies in, so that the line and the list never disagree. */
export function positionWords(at: number, signifier: SliderSignifier): string {
  return stepWords(stepOf(at), signifier, bold);
}
