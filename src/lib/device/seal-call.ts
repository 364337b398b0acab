import type { Audience } from '../domain/audience';
import type { PublicProgramme } from '../domain/programme/public-programme';
import { storyId } from '../domain/story/story-id';
import type { HelpCall } from '../protocol/help-call';
import { seal } from '../sealing/seal';

/** A call for help as it leaves the device; null where the programme has told no key to seal it to. */
export async function sealCall(
  { slug, helpKey }: Pick<PublicProgramme, 'slug' | 'helpKey'>,
  audience: Audience,
  contact: string,
): Promise<HelpCall | null> {
  if (helpKey === undefined) return null;
  const id = storyId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  return { id, audience, sealed: await seal(contact, helpKey, { programme: slug, story: id }) };
}
