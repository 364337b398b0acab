import type { Collector, PublicCollector } from '../../domain/programme/collector';
import { readCode } from '../../domain/programme/collector-code';
import { collectorState } from '../../domain/programme/collector-state';
import { publicProgramme, type Programme, type PublicProgramme } from '../../domain/programme/programme';
import type { ExchangeResponse } from '../../protocol/exchange';
import type { ProblemKind } from '../../protocol/problem';
import { PROTOCOL_VERSION } from '../../protocol/version';
import { networkOf } from '../access/sign-in-throttle';
import { offeredLanguages } from '../languages/offered-languages';
import type { Taken } from '../limits/token-buckets';
import { recordedIn } from '../recordings/recording-lists';
import type { Services } from '../services';
import type { Store } from '../store/port';
import { hashToken, newToken } from '../token';

export type Exchanged =
  | { readonly kind: 'exchanged'; readonly response: ExchangeResponse }
  | { readonly kind: 'problem'; readonly problem: ProblemKind; readonly retryAfterSeconds?: number };

/** A code that people type becomes a capture token. @param address of the device: counted, salted, never kept */
export async function exchangeCode(
  { store, limits, keys, now, random }: Pick<Services, 'store' | 'limits' | 'keys' | 'now' | 'random'>,
  typed: string,
  address: string,
): Promise<Exchanged> {
  const at = now();
  const from = limits.keyOf(networkOf(address));
  const guessing = firstWait([limits.missesByAddress.look(from, at), limits.misses.look('', at)]);
  if (guessing !== null) return tooMany(guessing);

  const code = readCode(typed);
  const collector = code === null ? null : await store.collector(code);
  const programme = collector === null ? null : await store.programme(collector.programme);
  if (collector === null || programme === null) {
    limits.missesByAddress.take(from, at);
    limits.misses.take('', at);
    return { kind: 'problem', problem: 'unknown_code' };
  }
  if (!(await isOpen(store, collector, programme, at))) return { kind: 'problem', problem: 'collector_closed' };
  const pace = limits.exchangesByCode.take(collector.code, at);
  if (pace.kind === 'wait') return tooMany(pace.seconds);

  const token = newToken(random);
  await store.saveCaptureToken(hashToken(token), collector.code, at);
  const helpKey = await keys.publicKeyOf(programme.slug);
  const told = await publicCollector(store, collector, programme, helpKey);
  const response = { protocol: PROTOCOL_VERSION, token, collector: told };
  return { kind: 'exchanged', response };
}

async function isOpen(store: Store, collector: Collector, programme: Programme, at: Date): Promise<boolean> {
  if (collectorState(collector, programme, at) !== 'open') return false;
  return collector.limit === null || (await store.countStoriesFrom(collector)) < collector.limit;
}

async function publicCollector(
  store: Store,
  collector: Collector,
  programme: Programme,
  helpKey: NonNullable<PublicProgramme['helpKey']>,
): Promise<PublicCollector> {
  const { code, audiences, mode, presetPlace, corners, frameworkPolicy } = collector;
  const latest = frameworkPolicy === 'latest' ? await store.latestFramework(collector.framework.id) : null;
  const framework = latest ?? collector.framework;
  const recordings = await recordedIn(store, programme.slug, framework, audiences);
  const heard = new Set(recordings.map(({ locale }) => locale));
  return {
    code,
    name: programme.name,
    framework,
    audiences,
    mode,
    ...(presetPlace === undefined ? {} : { presetPlace }),
    ...(corners === undefined ? {} : { corners }),
    programme: { ...publicProgramme(programme, offeredLanguages(programme, heard)), helpKey },
    ...(recordings.length === 0 ? {} : { recordings }),
  };
}

function firstWait(taken: readonly Taken[]): number | null {
  for (const one of taken) if (one.kind === 'wait') return one.seconds;
  return null;
}

function tooMany(seconds: number): Exchanged {
  return { kind: 'problem', problem: 'too_many_tries', retryAfterSeconds: Math.ceil(seconds) };
}
