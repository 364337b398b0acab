import * as z from 'zod/mini';
import type { Audience } from '../audience';
import type { Answer } from '../signifier/answer';

/**
 * Ages as consent knows them: own consent from 13 (UK GDPR article 8), competence presumed from 16, adult from 18.
 * `unsaid`: a young person who would rather not say.
 */
export const AGE_BANDS = ['under_13', '13_15', '16_17', '18_up', 'unsaid'] as const;
export const AgeBandSchema = z.enum(AGE_BANDS);
export type AgeBand = z.infer<typeof AgeBandSchema>;

/**
 * A programme's way with tellers under 13: a parent agrees and the child too; the setting has told the parents and the
 * child agrees; or the child alone agrees, with a trained helper there who finds that they understand.
 */
export const Under13Schema = z.enum(['parent_agrees', 'setting_informs', 'competent_child']);
export type Under13 = z.infer<typeof Under13Schema>;

/** The question whose answer decides the way to consent. */
export const AGE_QUESTION = 'demo.age';

const BAND_OF_OPTION: Readonly<Record<string, AgeBand>> = {
  '0-4': 'under_13',
  '5-9': 'under_13',
  '10-12': 'under_13',
  '13-15': '13_15',
  '16-17': '16_17',
  '18-25': '18_up',
};

/**
 * The age a teller is treated as. Whoever reads the wording for children and does not say counts as a child; a young
 * person who does not say is asked to say that they are 13 or older, and nothing more.
 */
export function ageBandOf(audience: Audience, answer: Answer | undefined): AgeBand {
  const option = answer?.state === 'answered' && answer.kind === 'choice' ? answer.chosen[0] : undefined;
  return BAND_OF_OPTION[option ?? ''] ?? (audience === 'child' ? 'under_13' : 'unsaid');
}
