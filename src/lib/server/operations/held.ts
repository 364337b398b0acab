import { dirname, isAbsolute } from 'node:path';
import * as z from 'zod';
import { readCode } from '../../domain/programme/collector-code';
import { RECEIPT_WORD_COUNT } from '../../domain/story/receipt';
import { receiptKey } from '../../domain/story/receipt-key';
import { readWords } from '../../domain/story/receipt-link';
import { knownFramework } from '../accept/known-frameworks';
import { operation } from '../admin/operation';
import { codeOf } from '../error-code';
import { heldHtml } from '../held/held-page';
import { heldStory } from '../held/held-story';
import { makeFolder } from '../make-folder';
import type { Services } from '../services';
import { refused, type Refused } from './refused';
import { writeWhole } from './write-file';

export interface Held {
  readonly kind: 'held';
  readonly file: string;
}

const InputSchema = z.object({
  code: z.string(),
  words: z.string(),
  file: z.string().refine(isAbsolute, 'an absolute path'),
});

/** Writes everything that is held for a receipt as one page, for a steward to hand over to whoever told the story. */
export const held = operation({
  name: 'held',
  input: InputSchema,
  run: (services, input): Promise<Held | Refused> => perform(services, input),
});

async function perform(services: Services, { code: typed, words, file }: z.infer<typeof InputSchema>) {
  const { store, now } = services;
  const code = readCode(typed);
  if (code === null) return refused(`${typed} is no code of a link: it has 5 to 8 letters and digits.`);
  const read = readWords(words);
  if (read.length !== RECEIPT_WORD_COUNT)
    return refused(`A receipt has ${RECEIPT_WORD_COUNT} words; these are ${read.length}: --words "four words of it".`);
  const collector = await store.collector(code);
  if (collector === null) return refused(`No link has the code ${code}. Check it on the receipt.`);
  const { programme: slug } = collector;
  const note = (subject: string) =>
    store.appendAudit({ at: now(), actor: 'cli', action: 'story.held', programme: slug, subject });
  const receipt = await receiptKey(read, code);
  const found = await store.storyOfReceipt(slug, receipt);
  const stored = found === null ? null : await store.story(slug, found.id);
  if (stored === null) {
    await note('nothing found');
    return (await store.withdrawn(slug, receipt)) ? refused(TAKEN_BACK) : refused(NOTHING, WHY_NOTHING);
  }
  const programme = await store.programme(slug);
  const framework = await knownFramework(store, stored.story.framework);
  if (programme === null || framework === null) return refused(`The questions of this story are not published here.`);
  const page = heldHtml(await heldStory(services, programme, framework, stored));
  try {
    makeFolder(dirname(file));
    await writeWhole(file, [page]);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return refused(`The file ${file} cannot be written (${codeOf(error)}).`);
  }
  await note(stored.story.id);
  return { kind: 'held' as const, file };
}

/** The same with and without a copy. */
const TAKEN_BACK =
  'The story of this receipt was taken back: nothing of it is held that can be handed over. That it was taken back is kept, as a number without a name, so that it never comes back. If somebody was worried about somebody’s safety when it was taken back, those who look after safety may keep a copy; it is not said here whether they do.';
const NOTHING = 'Nothing is held for this receipt.';
const WHY_NOTHING = [
  'A word may be misspelt: compare each with the receipt, and the code too.',
  'The story may not have arrived yet: it then lies on the device on which it was told.',
  'It may have been kept as long as was promised and then erased.',
];
