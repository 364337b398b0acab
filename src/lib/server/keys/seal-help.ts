import type { SentHelp } from '../../domain/story/draft';
import { seal } from '../../sealing/seal';
import type { ProgrammeKeys } from './programme-keys';

/**
 * How to reach somebody, as it is stored: sealed, also where a device that does not know the key yet sent it open (a
 * collector kept from before there were keys). An empty way to be reached is none.
 */
export async function sealHelp(
  keys: ProgrammeKeys,
  programme: string,
  story: string,
  help: SentHelp | null,
): Promise<SentHelp | null> {
  if (help === null || help.contact === null || help.sealed !== undefined) return help;
  const contact = help.contact.trim();
  if (contact === '') return { wanted: help.wanted, contact: null };
  const sealed = await seal(contact, await keys.publicKeyOf(programme), { programme, story });
  return { wanted: help.wanted, contact: null, sealed };
}
