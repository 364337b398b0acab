import { describeError } from '../log';
import { dayOf } from '../retention/calendar';
import { countDays } from '../retention/count-days';
import type { Services } from '../services';
import { LET_GO_MS, STRAY_MS, UNNAMED_MS } from './bounds';
import { filesLetGo } from './let-go';
import { mediaOf } from './media';
import { oneByOne } from './one-by-one';

/** Files looked at in one go. */
const PAGE = 200;
const EVERY_MS = 6 * 60 * 60 * 1000;

export interface Tidied {
  /** Files that no story names. */
  readonly unnamed: number;
  /** Bytes that no table knows. */
  readonly strays: number;
  /** Uploads that were not finished in time. */
  readonly expired: number;
}

/** Removes what nobody will ask for any more, by the days that were counted here: a clock that jumps makes no file old. */
export async function tidyMedia(services: Services): Promise<Tidied> {
  const { files, uploads } = mediaOf(services);
  const { store, now } = services;
  const today = dayOf(await countDays(services));
  let unnamed = 0;
  for (;;) {
    const page = await store.unnamedMedia(new Date(today.getTime() - UNNAMED_MS), PAGE);
    for (const { programme, sha256 } of page) if (await removeUnnamed(services, programme, sha256)) unnamed += 1;
    if (page.length < PAGE) break;
  }
  unnamed += await removeLate(services);
  let strays = 0;
  for await (const sha256 of files.olderThan(new Date(now().getTime() - STRAY_MS))) {
    await oneByOne(sha256, async () => {
      if (await store.anyMedia(sha256)) return;
      await files.remove(sha256);
      strays += 1;
    });
  }
  return { unnamed, strays, expired: await uploads.removeExpired() };
}

/** Removes files that came after their story was taken back or changed. @returns how many */
async function removeLate(services: Services): Promise<number> {
  const { store, now } = services;
  const before = new Date(now().getTime() - LET_GO_MS);
  let removed = 0;
  for (const { programme, sha256 } of filesLetGo(services)) {
    const file = await store.mediaOf(programme, sha256);
    if (file !== null && file.receivedAt < before && (await removeUnnamed(services, programme, sha256))) removed += 1;
  }
  return removed;
}

/**
 * Removes a file that no story of the programme names; its bytes stay while another programme has it. For a story that
 * was taken back: its links are gone with it, and this removes what only it named, at once.
 */
export function removeUnnamed(services: Services, programme: string, sha256: string): Promise<boolean> {
  return oneByOne(sha256, async () => {
    if ((await services.store.dropMedia(programme, sha256)) === 'named') return false;
    if (!(await services.store.anyMedia(sha256))) await mediaOf(services).files.remove(sha256);
    return true;
  });
}

/** Tidies now and some times a day, late files every hour; never keeps the process alive, and a failure is noted and tried again. */
export function keepMediaTidy(services: Services): void {
  const noting = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      services.log.error({ part: 'media', ...describeError(error) }, 'fault');
    }
  };
  const tidy = () => noting(async () => services.log.info(await tidyMedia(services), 'media tidied'));
  const late = () => noting(async () => void (await removeLate(services)));
  void tidy();
  setInterval(() => void tidy(), EVERY_MS).unref();
  setInterval(() => void late(), LET_GO_MS).unref();
}
