import type { SentHelp } from '../../domain/story/draft';
import type { CareStory } from '../../protocol/care';
import type { ProgrammeKeys } from '../keys/programme-keys';
import type { Bond } from '../../sealing/seal';

/**
 * How to reach somebody, for the safeguarding role. Rows from before there were keys are open already. What cannot be
 * opened says so: a lost key must not look as if nobody had left a way to be reached.
 */
export async function helpOpened(keys: ProgrammeKeys, help: SentHelp | null, bond: Bond): Promise<CareStory['help']> {
  if (help === null) return null;
  const { wanted, contact, sealed } = help;
  if (sealed === undefined) return { wanted, contact };
  const opened = await keys.open(sealed, bond);
  return opened.kind === 'opened' ? { wanted, contact: opened.text } : { wanted, contact: null, shut: opened.kind };
}
