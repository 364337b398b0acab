import type { Programme } from '../../domain/programme/programme';
import { removeUnnamed } from '../media/tidy';
import { removeRecordingFile } from '../recordings/keep-recording';
import { eraseStories } from '../retention/erase-stories';
import { writeBack } from '../retention/write-back';
import type { Services } from '../services';
import type { Erased } from '../store/port';
import { hashesOf, whatIsKept, type ErasureReport } from './erasure-report';

/** Erases what was told in a programme that takes nothing any more, and says what went and what stays. */
export async function erasureOf(
  services: Services,
  { slug, name }: Programme,
  exported: ErasureReport['exported'],
): Promise<{ report: ErasureReport; erased: Erased }> {
  const { store, keys, now } = services;
  const filesBefore = await filesOf(services, slug);
  const erased = await eraseStories(services, {
    programme: slug,
    before: null,
    upTo: null,
    why: 'closure',
    actor: 'cli',
  });
  await removeNeverNamed(services, slug);
  const recordings = await store.recordingsOf(slug);
  for (const recording of recordings) {
    const removed = await store.removeRecording(slug, recording);
    if (removed !== null) await removeRecordingFile(services, removed);
  }
  const callsForHelp = await store.forgetHelpCalls(slug, null);
  await writeBack(services);
  const concerns = (await store.queue(slug)).filter(({ withdrawn }) => withdrawn).length;
  // What tellers left to be reached, in old copies of the database too.
  if (concerns === 0) await keys.destroy(slug);
  const filesLeft = await filesOf(services, slug);
  const report: ErasureReport = {
    programme: slug,
    name,
    closedAt: now().toISOString(),
    exported,
    erased: {
      stories: erased.erased.length + erased.restricted.length,
      files: filesBefore - filesLeft,
      recordings: recordings.length,
      callsForHelp,
      hashes: hashesOf(slug, erased),
    },
    kept: whatIsKept(concerns, (await store.releases(slug)).length),
    found: { stories: await store.countStories(slug), files: filesLeft },
  };
  return { report, erased };
}

/** Of all its links together. */
async function filesOf({ store }: Services, slug: string): Promise<number> {
  const links = await store.collectorsOf(slug);
  const counted = await Promise.all(links.map((link) => store.mediaFrom(link)));
  return counted.reduce((sum, { files }) => sum + files, 0);
}

/** Files whose story never came. */
async function removeNeverNamed(services: Services, slug: string): Promise<void> {
  const { store, now } = services;
  const soon = new Date(now().getTime() + 1);
  for (const { programme, sha256 } of await store.unnamedMedia(soon, Number.MAX_SAFE_INTEGER)) {
    if (programme === slug) await removeUnnamed(services, programme, sha256);
  }
}
