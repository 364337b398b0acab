import * as z from 'zod/mini';
import { StableIdSchema } from '../../domain/identifiers';

/**
 * The vendor's framework definition after `unwrap`, as far as it is read. Members that are not named here are page
 * furniture, pictures or settings of the vendor's collector.
 */
const text = z.nullish(z.union([z.string(), z.number()]));
const flag = z.nullish(z.boolean());
const order = z.nullish(z.number());

const LabelSchema = z.object({ id: StableIdSchema, text });
const AxisSchema = z.nullish(z.object({ name: text, start_label: text, end_label: text }));

export const VendorSignifierSchema = z.object({
  id: StableIdSchema,
  type: z.string(),
  order,
  title: text,
  allow_na: flag,
  fragment: flag,
  content: z.nullish(
    z.object({
      items: z.nullish(z.array(z.object({ id: z.nullish(StableIdSchema), title: text }))),
      max_responses: z.nullish(z.number()),
      labels: z.nullish(z.array(LabelSchema)),
      stones: z.nullish(z.array(z.object({ id: StableIdSchema, title: text }))),
      axis: z.nullish(z.object({ x: AxisSchema, y: AxisSchema })),
      background_image: z.nullish(z.unknown()),
    }),
  ),
});
export type VendorSignifier = z.infer<typeof VendorSignifierSchema>;

const signifiers = z.nullish(z.array(VendorSignifierSchema));

export const VendorDefinitionSchema = z.object({
  id: StableIdSchema,
  name: z.string(),
  description: text,
  language: z.nullish(z.string()),
  definition_version: z.nullish(z.number()),
  fragment_signifier_id: z.nullish(StableIdSchema),
  /** Either all signifiers in one list, or sections that hold them. */
  signifiers,
  sections: z.nullish(z.array(z.object({ order, signifiers }))),
  linked_frameworks: z.nullish(z.array(z.unknown())),
});
export type VendorDefinition = z.infer<typeof VendorDefinitionSchema>;

/** All signifiers in the order tellers met them. */
export function vendorSignifiers(definition: VendorDefinition): VendorSignifier[] {
  const sections = definition.sections ?? [];
  const lists = [definition.signifiers ?? [], ...inOrder(sections).map((section) => section.signifiers ?? [])];
  return lists.flatMap((list) => inOrder(list));
}

function inOrder<T extends { order?: number | null | undefined }>(list: readonly T[]): T[] {
  return [...list].sort((p, q) => (p.order ?? 0) - (q.order ?? 0));
}
