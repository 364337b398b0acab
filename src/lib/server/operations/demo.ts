import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import content from '../../domain/framework/content/sheffield-send.json';
import { FrameworkSchema, type Framework } from '../../domain/framework/framework';
import { SlugSchema } from '../../domain/identifiers';
import type { Programme } from '../../domain/programme/programme';
import { SHEFFIELD_TRIAL } from '../../domain/programme/sheffield-trial';
import { handToStewards } from '../access/roles';
import { hashed } from '../accept/hashed';
import { operation } from '../admin/operation';
import { counted } from '../counted';
import type { Services } from '../services';
import type { AcceptedStory } from '../store/port';
import { PLANTED_SHIFT } from './demo/planted-shift';
import { seededRandom } from './demo/random';
import { syntheticStories, type SyntheticStory } from './demo/synthetic-stories';
import { closedCollector } from './import-collector';
import { refused, type Refused } from './refused';

export interface Demonstrated {
  readonly kind: 'demonstrated';
  readonly programme: string;
  readonly stored: number;
  readonly already: number;
}

const InputSchema = z.object({
  stories: z.int().min(1).max(1_000_000),
  seed: z.string().regex(/^[a-z0-9]{1,20}$/, 'a seed is 1 to 20 small letters and digits'),
  programme: z.optional(SlugSchema),
});

const BATCH = 1000;

/** Writes a programme of synthetic stories, labelled as such; the same numbers give the same stories. */
export const demo = operation({
  name: 'demo',
  input: InputSchema,
  run: (services, input): Promise<Demonstrated | Refused> => perform(services, input),
});

async function perform(services: Services, { stories, seed, programme: wanted }: z.infer<typeof InputSchema>) {
  const { store, now } = services;
  const framework = FrameworkSchema.parse(content);
  if ((await store.framework(framework)) === null) await store.publishFramework(framework);
  const programme = syntheticProgramme(wanted ?? `synthetic-${stories}-${seed}`, framework, stories, seed);
  const known = await store.programme(programme.slug);
  if (known !== null && (known.origin !== 'synthetic' || known.notes !== programme.notes))
    return refused(`The programme ${programme.slug} exists and holds other stories: choose another --programme.`);
  if ((await store.createProgramme(programme)) === 'created') await handToStewards(services, programme.slug);
  const codes = seededRandom(`codes/${programme.slug}/${seed}`);
  const draw = (bytes: number) => codes.bytes(bytes);
  const session = await closedCollector(services, programme, 'Synthetic sessions', draw);
  await session.create();
  const open = await closedCollector(services, programme, 'Synthetic open link', draw);
  await open.create();
  const collectors = { session: session.collector.code, open: open.collector.code };
  let stored = 0;
  let waiting: SyntheticStory[] = [];
  const flush = async (): Promise<void> => {
    stored += await keep(services, programme.slug, waiting);
    waiting = [];
    // Other requests are answered between the batches.
    await setImmediate();
  };
  for (const told of syntheticStories({ framework, programme, collectors, stories, seed })) {
    waiting.push(told);
    if (waiting.length === BATCH) await flush();
  }
  await flush();
  const subject = `${counted(stored, 'synthetic story', 'synthetic stories')}, seed ${seed}`;
  await store.appendAudit({ at: now(), actor: 'cli', action: 'demo', programme: programme.slug, subject });
  return { kind: 'demonstrated', programme: programme.slug, stored, already: stories - stored } as const;
}

async function keep({ store, now }: Services, programme: string, told: readonly SyntheticStory[]): Promise<number> {
  const batch: AcceptedStory[] = [];
  for (const { story, receivedAt } of told)
    batch.push({ story, ...hashed(story), receipt: null, help: null, receivedAt });
  const outcomes = await store.acceptStories(batch, now());
  const fresh = new Set(outcomes.flatMap(({ id, outcome }) => (outcome === 'stored' ? [id] : [])));
  for (const outcome of ['clear', 'concern'] as const) {
    const ids = told
      .filter(({ reading, story }) => reading === outcome && fresh.has(story.id))
      .map(({ story }) => story.id);
    await store.recordReadings(programme, ids, { outcome, reader: 'synthetic', at: now(), note: null });
  }
  return fresh.size;
}

function syntheticProgramme(slug: string, framework: Framework, stories: number, seed: string): Programme {
  const shift = Math.round(PLANTED_SHIFT.moves * 100);
  return {
    ...SHEFFIELD_TRIAL,
    slug,
    name: `Synthetic stories (${stories}, seed ${seed})`,
    origin: 'synthetic',
    framework: { id: framework.id, version: framework.version },
    notes:
      `Every story here was made by a program: ${counted(stories, 'story', 'stories')} from seed ${seed}. One shift is planted: in the North ` +
      `East, ${shift} of 100 answers to “${PLANTED_SHIFT.signifier}” were moved to “at the right time”. Nothing else ` +
      'differs between places. The sizes of the localities are not the true ones.',
  };
}
