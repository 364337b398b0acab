import type { Device } from '../device/device';
import { AudienceSchema } from '../domain/audience';
import type { PublicCollector } from '../domain/programme/collector';
import type { ReadIn } from '../protocol/client/fetch-edition';
import { questionsFor } from './questions';
import { Thanks } from './thanks.svelte';

/** The receipt and its drawings, loaded while a story is told. */
export { default as ThanksPage } from './ThanksPage.svelte';

/** @param as the audience named in the address: its closing words are shown  @param send has what waits sent now */
export async function openThanks(
  device: Device,
  id: string,
  collector: PublicCollector,
  readIn: ReadIn,
  as: string | null,
  { words, justTold }: { words: readonly string[] | null; justTold: boolean },
  send: () => void,
): Promise<Thanks> {
  const parsed = AudienceSchema.safeParse(as);
  const audience = parsed.success ? parsed.data : null;
  const questions = audience === null ? null : await questionsFor(collector, audience, readIn, device.collectors);
  const edition = questions?.kind === 'questions' ? questions.edition : null;
  return new Thanks(id, { collector, audience, edition, words, justTold }, device, send);
}
