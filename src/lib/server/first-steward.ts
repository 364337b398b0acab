import type { Services } from './services';
import { hashToken, newToken } from './token';

/** Long enough for "installed on Friday, opened on Monday"; every start makes a new one anyway. */
const HOURS = 72;

/**
 * A one-time token for the link that makes the first steward; the one issued before stops working.
 * Null when there is a steward already.
 */
export async function issueFirstStewardToken({ store, random, now }: Services): Promise<string | null> {
  if ((await store.countStewards()) > 0) return null;
  const token = newToken(random);
  await store.saveFirstStewardToken(hashToken(token), new Date(now().getTime() + HOURS * 3_600_000));
  return token;
}

/** Whether the token would be taken now: to show the form, or to check it before an account is made. */
export async function firstStewardTokenHolds(
  { store, now }: Pick<Services, 'store' | 'now'>,
  token: string,
): Promise<boolean> {
  return (await store.countStewards()) === 0 && (await store.firstStewardTokenHolds(hashToken(token), now()));
}

/** True once; never when there is a steward already. */
export async function takeFirstStewardToken(
  { store, now }: Pick<Services, 'store' | 'now'>,
  token: string,
): Promise<boolean> {
  return (await store.countStewards()) === 0 && (await store.takeFirstStewardToken(hashToken(token), now()));
}
