import * as z from 'zod';
import type { CollectorFaults } from '../../domain/programme/asked-collector';
import { readCode } from '../../domain/programme/collector-code';
import type { ListedCollector } from '../../domain/programme/listed-collector';
import { SlugSchema } from '../../domain/identifiers';
import { knownFramework } from '../accept/known-frameworks';
import { operation } from '../admin/operation';
import { addCollector } from '../collectors/add-collector';
import { closeCollector } from '../collectors/close-collector';
import { listedCollectors } from '../collectors/listed-collectors';
import { presetPlaces } from '../collectors/wanted-collector';
import type { Services } from '../services';
import { originOf } from './origin-of';
import { refused, type Refused } from './refused';

export type CollectorDone =
  | { readonly kind: 'collectors'; readonly collectors: readonly (ListedCollector & { readonly link: string })[] }
  | { readonly kind: 'added'; readonly code: string; readonly link: string }
  | { readonly kind: 'closed'; readonly code: string; readonly before: boolean };

const InputSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('list'), programme: SlugSchema }),
  z.object({
    action: z.literal('add'),
    programme: SlugSchema,
    name: z.string(),
    device: z.string(),
    /** Null = everybody the framework has words for. */
    audiences: z.array(z.string()).nullable(),
    from: z.string(),
    until: z.string(),
    place: z.string(),
  }),
  z.object({ action: z.literal('close'), code: z.string() }),
]);
type Input<Action extends string> = Extract<z.infer<typeof InputSchema>, { action: Action }>;

/** The links of a programme, by the rules of Studio's page. */
export const collector = operation({
  name: 'collector',
  input: InputSchema,
  run: (services, input): Promise<CollectorDone | Refused> => {
    switch (input.action) {
      case 'list':
        return list(services, input);
      case 'add':
        return add(services, input);
      case 'close':
        return close(services, input);
    }
  },
});

async function list(services: Services, { programme: slug }: Input<'list'>): Promise<CollectorDone | Refused> {
  const programme = await services.store.programme(slug);
  if (programme === null) return refused(`There is no programme ${slug}.`);
  const collectors = await listedCollectors(services, programme);
  return { kind: 'collectors', collectors: collectors.map((one) => ({ ...one, link: linkOf(services, one.code) })) };
}

async function add(services: Services, { programme: slug, ...asked }: Input<'add'>): Promise<CollectorDone | Refused> {
  const programme = await services.store.programme(slug);
  const framework = programme === null ? null : await knownFramework(services.store, programme.framework);
  const audiences = asked.audiences ?? framework?.audiences ?? [];
  const made = await addCollector(services, 'cli', slug, { ...asked, audiences });
  switch (made.kind) {
    case 'added':
      return { kind: 'added', code: made.collector.code, link: linkOf(services, made.collector.code) };
    case 'no_programme':
      return refused(`There is no programme ${slug}.`);
    case 'programme_closed':
      return refused(`The programme ${slug} is closed: it takes no stories any more.`);
    case 'not_told_here':
      return refused(`The stories of ${slug} are imported or synthetic: nobody tells to it.`);
    case 'faults': {
      const places = programme === null || framework === null ? [] : presetPlaces(programme, framework);
      return refused('No link was made.', reasons(made.faults, framework?.audiences ?? [], places));
    }
  }
}

async function close(services: Services, { code: typed }: Input<'close'>): Promise<CollectorDone | Refused> {
  const code = readCode(typed);
  const known = code === null ? null : await services.store.collector(code);
  if (known === null) return refused(`There is no link with the code ${typed}.`);
  const closed = await closeCollector(services, 'cli', known.programme, known.code);
  if (closed === 'unknown') return refused(`There is no link with the code ${typed} any more.`);
  return { kind: 'closed', code: known.code, before: closed === 'closed_before' };
}

function reasons(
  { name, device, audiences, from, until, place }: CollectorFaults,
  known: readonly string[],
  places: readonly { readonly area: string }[],
): string[] {
  const day = 'is not a day: write it as 2026-12-31';
  const untils = {
    not_a_day: `--until ${day}`,
    over: '--until is over already',
    before_first: '--until is before --from',
  };
  return [
    ...(name === 'missing' ? ['--name is missing: what stewards call this link'] : []),
    ...(name === 'too_long' ? ['--name has more than 120 letters'] : []),
    ...(device === undefined ? [] : ['--device must be own (a phone or computer of one person) or shared']),
    ...(audiences === undefined ? [] : [`--audiences takes some of ${known.join(', ')}, with commas`]),
    ...(from === undefined ? [] : [`--from ${day}`]),
    ...(until === undefined ? [] : [untils[until]]),
    ...(place === undefined ? [] : [`--place must be one of ${places.map(({ area }) => area).join(', ')}`]),
  ];
}

function linkOf(services: Services, code: string): string {
  return `${originOf(services)}/t/${code}`;
}
