import { FrameworkSchema, type Framework, type FrameworkSignifier } from '../../domain/framework/framework';
import { LocaleSchema } from '../../domain/identifiers';
import { VendorDefinitionSchema, vendorSignifiers, type VendorSignifier } from './definition-schema';
import { htmlToText } from './html-text';
import { importedFramework } from './imported-framework';
import { unwrap } from './unwrap';

export interface Definition {
  readonly vendorId: string;
  readonly framework: Framework;
  /** The free text that is the story itself. */
  readonly storyField: string | null;
  /** What was left out, one line each, for the person who imports. */
  readonly notes: readonly string[];
}

export type DefinitionRead =
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'malformed'; readonly reason: string };

/** Pages, buttons and explanations of the vendor's collector: nothing was answered there. */
const FURNITURE = new Set(['label', 'navigation', 'save']);

/** Reads a vendor definition, flat or in sections. @param json the parsed file */
export function readDefinition(json: unknown): DefinitionRead {
  const parsed = VendorDefinitionSchema.safeParse(unwrap(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      kind: 'malformed',
      reason: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not understood'}`,
    };
  }
  const vendor = parsed.data;
  const all = vendorSignifiers(vendor);
  if (all.length === 0) return { kind: 'malformed', reason: 'it holds no signifiers and no sections' };
  const twice = all.find(({ id }, i) => all.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) return { kind: 'malformed', reason: `the signifier ${twice.id} stands in it twice` };
  const notes: string[] = [];
  const storyField = vendor.fragment_signifier_id ?? all.find(({ fragment }) => fragment === true)?.id ?? null;
  const story = all.find(({ id }) => id === storyField);
  const signifiers = all.flatMap((signifier) => {
    if (signifier.id === storyField || FURNITURE.has(signifier.type)) return [];
    const read = readSignifier(signifier);
    notes.push(...read.notes.map((note) => `“${titleOf(signifier)}” (${signifier.type}): ${note}`));
    return read.signifier === null ? [] : [read.signifier];
  });
  const linked = vendor.linked_frameworks?.length ?? 0;
  if (linked > 0) notes.push(`${linked} linked frameworks: not imported`);
  const framework = FrameworkSchema.parse(
    importedFramework({
      id: `sensemaker.${vendor.id}`,
      version: Math.max(1, Math.trunc(vendor.definition_version ?? 1)),
      name: vendor.name,
      locale: LocaleSchema.safeParse(vendor.language).data ?? 'en',
      storyStem: story === undefined ? vendor.name : titleOf(story),
      signifiers,
    }),
  );
  return { kind: 'definition', definition: { vendorId: vendor.id, framework, storyField, notes } };
}

interface SignifierRead {
  readonly signifier: FrameworkSignifier | null;
  readonly notes: readonly string[];
}

const leftOut = (reason: string): SignifierRead => ({ signifier: null, notes: [`not imported: ${reason}`] });
const said = (html: string | number | null | undefined): { family: string } => ({
  family: htmlToText(String(html ?? '')),
});

function readSignifier(vendor: VendorSignifier): SignifierRead {
  const { content } = vendor;
  const common = {
    id: vendor.id,
    title: titleOf(vendor),
    stem: { family: titleOf(vendor) },
    ...(vendor.allow_na === true ? { notApplicable: { family: 'Does not apply' } } : {}),
  };
  switch (vendor.type) {
    case 'triad': {
      // The vendor's order is top, left, right; ours begins at the base line: A left, B right, C top.
      const [top, left, right, more] = content?.labels ?? [];
      if (!top || !left || !right || more) return leftOut('it does not have three labels');
      const label = (one: typeof top) => ({ id: one.id, text: said(one.text) });
      const labels: [ReturnType<typeof label>, ReturnType<typeof label>, ReturnType<typeof label>] = [
        label(left),
        label(right),
        label(top),
      ];
      return { signifier: { kind: 'triad', ...common, labels, centre: { family: 'All three' } }, notes: [] };
    }
    case 'dyad': {
      const [left, right, more] = content?.labels ?? [];
      if (!left || !right || more) return leftOut('it does not have two labels');
      const ends: [{ id: string; text: { family: string } }, { id: string; text: { family: string } }] = [
        { id: left.id, text: said(left.text) },
        { id: right.id, text: said(right.text) },
      ];
      return { signifier: { kind: 'slider', ...common, ends }, notes: [] };
    }
    case 'stones':
      return readStones(vendor, common);
    case 'list':
      return readList(vendor, common);
    case 'freetext':
      return { signifier: { kind: 'text', ...common, maxChars: 5000 }, notes: [] };
    default:
      return leftOut('Sheaf has no signifier of this kind');
  }
}

type Common = Pick<FrameworkSignifier, 'id' | 'title' | 'stem' | 'notApplicable'>;

function readStones({ content }: VendorSignifier, common: Common): SignifierRead {
  const stones = (content?.stones ?? []).map((stone) => ({ id: stone.id, text: said(stone.title) }));
  if (stones.length === 0 || stones.length > 24) return leftOut(`it has ${stones.length} stones; 1 to 24 can be read`);
  const { x, y } = content?.axis ?? {};
  const ends = (axis: typeof x, low: string, high: string): [{ family: string }, { family: string }] => [
    { family: said(axis?.start_label).family || low },
    { family: said(axis?.end_label).family || high },
  ];
  const canvas = {
    kind: 'axes' as const,
    x: ends(x, 'left side', 'right side'),
    y: ends(y, 'bottom', 'top'),
  };
  const wordless = !said(x?.start_label).family && !said(y?.start_label).family;
  const notes =
    wordless && content?.background_image ? ['its axes have no words; the picture behind is not imported'] : [];
  return { signifier: { kind: 'stones', ...common, canvas, stones }, notes };
}

function readList({ content }: VendorSignifier, common: Common): SignifierRead {
  const options = (content?.items ?? []).flatMap((item) => (item.id ? [{ id: item.id, text: said(item.title) }] : []));
  if (options.length === 0 || options.length > 60)
    return leftOut(`it has ${options.length} items; 1 to 60 can be read`);
  const most = content?.max_responses ?? 1;
  // No limit is written as 0 by some versions.
  const maxChosen = most >= 1 ? Math.trunc(most) : options.length;
  return { signifier: { kind: 'choice', ...common, options, maxChosen, display: 'list' }, notes: [] };
}

function titleOf(vendor: VendorSignifier): string {
  return said(vendor.title).family || vendor.id;
}
