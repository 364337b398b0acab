import * as z from 'zod';
import type { Collector } from '../../domain/programme/collector';
import type { ProblemKind } from '../../protocol/problem';
import { MAX_BATCH_STORIES, PushRequestSchema, type Outcome, type PushResponse } from '../../protocol/push';
import { ACCEPTED_VERSIONS, PROTOCOL_VERSION } from '../../protocol/version';
import type { Services } from '../services';
import type { ProgrammeKeys } from '../keys/programme-keys';
import { sealHelp } from '../keys/seal-help';
import { releaseUnnamed, releasingFiles } from '../media/releasing-files';
import type { AcceptedStory, Store } from '../store/port';
import { hashToken } from '../token';
import { examineItem, type Examined } from './examine-item';
import { knownFramework } from './known-frameworks';
import { refused } from './refusal';
import { roomLeft } from './room-left';

export type PushAnswer =
  | { readonly kind: 'answered'; readonly response: PushResponse }
  | { readonly kind: 'problem'; readonly problem: ProblemKind; readonly retryAfterSeconds?: number };

/**
 * One batch: who sends it, whether the message is understood, each story by itself, then one durable commit. Nothing
 * is said about a story before that commit (DESIGN invariant 2).
 */
export async function acceptPush(services: Services, token: string | null, body: unknown): Promise<PushAnswer> {
  const { store, now, limits, keys } = services;
  if (token === null) return { kind: 'problem', problem: 'token_not_valid' };
  const tokenHash = hashToken(token);
  const collector = await store.collectorOfToken(tokenHash);
  // Revoking is for a link in the wrong hands: the device keeps its stories, and a new link can send them.
  if (collector === null || collector.revoked) return { kind: 'problem', problem: 'token_not_valid' };
  const pace = limits.pushesByToken.take(tokenHash, now());
  if (pace.kind === 'wait') return { kind: 'problem', problem: 'too_many_tries', retryAfterSeconds: pace.seconds };

  const version = VersionSchema.safeParse(body);
  if (!version.success) return { kind: 'problem', problem: 'bad_request' };
  if (!ACCEPTED_VERSIONS.includes(version.data.protocol)) return { kind: 'problem', problem: 'unsupported_version' };
  if (TooManySchema.safeParse(body).success) return { kind: 'problem', problem: 'too_large' };
  const request = PushRequestSchema.safeParse(body);
  if (!request.success) return { kind: 'problem', problem: 'bad_request' };

  const against = { collector, framework: (ref: Parameters<Store['framework']>[0]) => knownFramework(store, ref) };
  const examined: Examined[] = [];
  for (const item of request.data.items) examined.push(await examineItem(item, against));
  const limited = await withinLimit(store, collector, examined);
  const ready = await withSealedHelp(keys, limited);
  // A change may take files off a story.
  const outcomes = await releasingFiles(services, collector.programme, changedIn(ready), () =>
    commit(store, ready, now()),
  );
  await releaseUnnamed(services, collector.programme, filesTakenBack(ready, outcomes));
  return { kind: 'answered', response: { protocol: PROTOCOL_VERSION, epoch: await store.epoch(), outcomes } };
}

const VersionSchema = z.looseObject({ protocol: z.int() });
const TooManySchema = z.looseObject({ items: z.array(z.unknown()).min(MAX_BATCH_STORIES + 1) });

/** What is stored of how to reach somebody is sealed, whoever sent it. */
function withSealedHelp(keys: ProgrammeKeys, examined: readonly Examined[]): Promise<Examined[]> {
  return Promise.all(
    examined.map(async (one) => {
      if (one.kind === 'refused') return one;
      const { story, help } = one.story;
      return { kind: 'accepted', story: { ...one.story, help: await sealHelp(keys, story.programme, story.id, help) } };
    }),
  );
}

/** Stories that have arrived before are no new ones: a retry at the limit still hears `already`. */
async function withinLimit(store: Store, collector: Collector, examined: readonly Examined[]): Promise<Examined[]> {
  let room = await roomLeft(store, collector);
  if (room >= examined.length) return [...examined];
  const ids = examined.flatMap((one) => (one.kind === 'accepted' ? [one.story.story.id] : []));
  const arrived = await store.knownStories(collector.programme, ids);
  return examined.map((one) => {
    if (one.kind === 'refused' || arrived.has(one.story.story.id)) return one;
    room -= 1;
    return room >= 0 ? one : { kind: 'refused', outcome: refused(one.story.story.id, 'limit_reached') };
  });
}

function changedIn(examined: readonly Examined[]): string[] {
  return examined.flatMap((one) =>
    one.kind === 'accepted' && one.story.story.revision > 1 ? [one.story.story.id] : [],
  );
}

/** Files of a story that was taken back before it came: they may have been quicker than it. */
function filesTakenBack(examined: readonly Examined[], outcomes: readonly Outcome[]): string[] {
  return examined.flatMap((one, index) => {
    const outcome = outcomes[index];
    const withdrawn = outcome?.outcome === 'refused' && outcome.reason.kind === 'withdrawn';
    return withdrawn && one.kind === 'accepted' ? one.story.story.media.map(({ sha256 }) => sha256) : [];
  });
}

/** One transaction for all that may be stored; the outcomes are put back into the order of the items. */
async function commit(store: Store, examined: readonly Examined[], receivedAt: Date): Promise<Outcome[]> {
  const batch: AcceptedStory[] = examined.flatMap((one) => (one.kind === 'accepted' ? [one.story] : []));
  const stored = batch.length === 0 ? [] : await store.acceptStories(batch, receivedAt);
  const next = stored[Symbol.iterator]();
  return examined.map((one) => {
    if (one.kind === 'refused') return one.outcome;
    const { value } = next.next();
    if (value === undefined) throw new Error('the store gave fewer outcomes than stories');
    return value;
  });
}
