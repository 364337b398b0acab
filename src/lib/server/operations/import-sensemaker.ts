import * as z from 'zod';
import { SlugSchema } from '../../domain/identifiers';
import type { Programme } from '../../domain/programme/programme';
import { CAUTIOUS_POLICIES } from '../../domain/programme/sheffield-trial';
import { canonicalJson, contentHash, type Json } from '../../domain/story/content-hash';
import { SharingSchema } from '../../domain/story/story';
import type { Capture } from '../../interchange/sensemaker/capture';
import { readCaptures } from '../../interchange/sensemaker/read-captures';
import { readDefinition, type Definition } from '../../interchange/sensemaker/read-definition';
import { handToStewards } from '../access/roles';
import { operation } from '../admin/operation';
import { counted } from '../counted';
import type { Services } from '../services';
import { closedCollector } from './import-collector';
import { refused, type Refused } from './refused';

export interface Imported {
  readonly kind: 'imported';
  readonly programme: string;
  readonly stored: number;
  readonly already: number;
  readonly notes: readonly string[];
}

const InputSchema = z.object({
  /** The texts of both files. */
  definition: z.string(),
  captures: z.string(),
  programme: SlugSchema,
  sharing: z.nullable(SharingSchema),
});

/**
 * Reads a SenseMaker definition and its captures into a programme of its own. Everything is read and compared before
 * the first write; the stories then go in by one transaction.
 */
export const importSensemaker = operation({
  name: 'import-sensemaker',
  input: InputSchema,
  run: (services, input): Promise<Imported | Refused> => perform(services, input),
});

const COLLECTOR_NAME = 'SenseMaker import';
const MOST_DETAILS = 20;

async function perform(services: Services, input: z.infer<typeof InputSchema>): Promise<Imported | Refused> {
  const { store, now, random } = services;
  const definition = definitionOf(input.definition);
  if (definition.kind === 'refused') return definition;
  const programme = importedProgramme(input.programme, definition);
  const hindrance = await hindranceTo(services, programme, definition);
  if (hindrance !== null) return refused(hindrance);
  const { collector, create } = await closedCollector(services, programme, COLLECTOR_NAME, random);
  const into = { programme: programme.slug, collector: collector.code, sharing: input.sharing };
  const read = await readCaptures(input.captures, definition, into);
  if (read.kind === 'malformed') {
    const lines = read.problems.map(({ row, column, reason }) => `row ${row}, column ${column}: ${reason}`);
    const more = lines.length > MOST_DETAILS ? [`… and ${lines.length - MOST_DETAILS} more`] : [];
    return refused('The captures cannot be read; nothing was imported.', [...lines.slice(0, MOST_DETAILS), ...more]);
  }
  const batch = await Promise.all(
    inOrder(read.captures).map(async ({ story, receivedAt }) => ({
      story,
      hash: await contentHash(story),
      receipt: null,
      help: null,
      receivedAt,
    })),
  );
  const changed = await changedSince(services, programme.slug, batch);
  if (changed > 0)
    return refused(
      `${counted(changed, 'of these captures was', 'of these captures were')} imported into ${programme.slug} before with other content or other sharing; nothing was imported.`,
    );
  await store.publishFramework(definition.framework);
  if ((await store.createProgramme(programme)) === 'created') await handToStewards(services, programme.slug);
  await create();
  const outcomes = await store.acceptStories(batch, now());
  const stored = outcomes.filter(({ outcome }) => outcome === 'stored').length;
  await store.appendAudit({
    at: now(),
    actor: 'cli',
    action: 'import.sensemaker',
    programme: programme.slug,
    subject: `${stored} stored, sharing ${input.sharing ?? 'unanswered'}`,
  });
  const notes = [...definition.notes, ...read.notes];
  return { kind: 'imported', programme: programme.slug, stored, already: outcomes.length - stored, notes };
}

function definitionOf(text: string): (Definition & { kind: 'definition' }) | Refused {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused('The definition is not JSON; nothing was imported.', [error instanceof Error ? error.message : '']);
  }
  const read = readDefinition(json);
  if (read.kind === 'malformed') return refused('The definition cannot be read; nothing was imported.', [read.reason]);
  return { ...read.definition, kind: 'definition' };
}

/** Cautious on purpose: every imported story waits for a reader like any other. */
function importedProgramme(slug: string, { framework }: Definition): Programme {
  return {
    slug,
    name: framework.name,
    state: 'closed',
    origin: 'imported',
    framework: { id: framework.id, version: framework.version },
    policies: { ...CAUTIOUS_POLICIES, languages: [framework.locale] },
    contacts: [],
    areaSchemes: [],
    notes:
      'Imported from SenseMaker: definition and raw captures. Placements came as they are; nobody told these stories here.',
  };
}

async function hindranceTo({ store }: Services, wanted: Programme, { framework }: Definition): Promise<string | null> {
  const known = await store.programme(wanted.slug);
  if (known !== null && (known.origin !== 'imported' || known.framework.id !== framework.id))
    return `The programme ${wanted.slug} exists and holds other stories: choose another --programme.`;
  if (known !== null && known.framework.version !== framework.version)
    return `The programme ${wanted.slug} holds version ${known.framework.version} of this definition; import version ${framework.version} into another --programme.`;
  const published = await store.framework(framework);
  if (published !== null && canonicalJson(published as Json) !== canonicalJson(framework as Json))
    // parsed from JSON, both
    return 'Another definition with the same id and version was imported before; nothing was imported.';
  return null;
}

async function changedSince(
  { store }: Services,
  programme: string,
  batch: readonly { story: { id: string }; hash: string }[],
): Promise<number> {
  let changed = 0;
  for (const { story, hash } of batch) {
    const known = await store.story(programme, story.id);
    if (known !== null && (await contentHash(known.story)) !== hash) changed += 1;
  }
  return changed;
}

/** Serial numbers follow the order of arrival. */
function inOrder(captures: readonly Capture[]): Capture[] {
  return [...captures].sort((p, q) => p.receivedAt.getTime() - q.receivedAt.getTime());
}
