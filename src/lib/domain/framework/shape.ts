import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { LocaleSchema, StableIdSchema } from '../identifiers';
import { AgeBandSchema, Under13Schema } from './age-band';

/**
 * The shape of a framework, once, for two kinds of text: in the framework itself every text is a `Wording` (one
 * string per audience), in an edition it is the one string that this audience reads. `T` is a text, `L` a list of texts.
 */
export function frameworkShape<T extends z.ZodMiniType, L extends z.ZodMiniType>(text: T, list: L) {
  const symbol = z.strictObject({
    /** Id in the product's own symbol sprite. */
    id: StableIdSchema,
    /** Words for a screen reader. */
    alt: z.string(),
    /** OpenMoji code point, kept for the picture strip. */
    openmoji: z.optional(z.string()),
  });
  const label = z.strictObject({ id: StableIdSchema, text, symbol: z.optional(symbol) });

  /** Where an idea comes from, word for word; metadata that no teller sees. */
  const source = z.strictObject({
    doc: z.string(),
    file: z.optional(z.string()),
    where: z.string(),
    quote: z.string(),
  });

  const common = {
    id: StableIdSchema,
    title: z.string(),
    stem: text,
    help: z.optional(text),
    sources: z.optional(z.array(source)),
    /** How the pattern may be read; shown to analysts. */
    analysis: z.optional(z.string()),
    balance: z.optional(z.enum(['positive', 'neutral', 'negative', 'both_undesirable'])),
    /** Audiences that may be asked; left out = all. */
    audiences: z.optional(z.array(AudienceSchema)),
    /** Words of "this does not fit my story". Left out = not applicable is not offered (choices hold their own "not sure"). */
    notApplicable: z.optional(text),
  };

  const triad = z.strictObject({
    kind: z.literal('triad'),
    ...common,
    labels: z.tuple([label, label, label]),
    centre: text,
  });
  const slider = z.strictObject({ kind: z.literal('slider'), ...common, ends: z.tuple([label, label]) });
  const stones = z.strictObject({
    kind: z.literal('stones'),
    ...common,
    canvas: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('axes'), x: z.tuple([text, text]), y: z.tuple([text, text]) }),
      z.strictObject({ kind: z.literal('rings'), inner: text, outer: text }),
    ]),
    stones: z.array(label).check(z.minLength(1), z.maxLength(24)),
  });
  const choice = z.strictObject({
    kind: z.literal('choice'),
    ...common,
    options: z.array(label).check(z.minLength(1), z.maxLength(60)),
    /** 1 = single choice. */
    maxChosen: z.int().check(z.gte(1)),
    /** `picture`: an ordered scale of faces; `list`: plain options. */
    display: z.enum(['picture', 'list']),
    /** Options that lie outside an ordered scale, or say "rather not". */
    apart: z.optional(z.array(StableIdSchema)),
    /** Special reach questions: counted for the whole city only, never crossed with places or stories. */
    reach: z.optional(z.boolean()),
  });
  const openText = z.strictObject({
    kind: z.literal('text'),
    ...common,
    maxChars: z.int().check(z.gte(1), z.lte(5000)),
  });
  const number = z.strictObject({
    kind: z.literal('number'),
    ...common,
    min: z.optional(z.number()),
    max: z.optional(z.number()),
  });

  const signifier = z.discriminatedUnion('kind', [triad, slider, stones, choice, openText, number]);

  const consent = z.strictObject({
    id: StableIdSchema,
    /** Whose yes it is; left out = the teller's own. */
    by: z.optional(z.enum(['parent', 'setting', 'helper'])),
    /** Tellers of these ages are asked; left out = all. */
    bands: z.optional(z.array(AgeBandSchema)),
    /** Asked only where this is the programme's way with tellers under 13. */
    under13: z.optional(Under13Schema),
    title: text,
    symbol: z.optional(symbol),
    pages: z.array(z.strictObject({ text, symbol: z.optional(symbol) })).check(z.minLength(1)),
    /** Each has to be agreed to on its own before the yes counts. */
    statements: z.array(text),
    question: text,
    options: z.array(z.strictObject({ id: z.enum(['yes', 'no', 'later']), text, symbol: z.optional(symbol) })),
    onNo: text,
  });

  return {
    schema: z.literal(1),
    id: StableIdSchema,
    version: z.int().check(z.gte(1)),
    name: z.string(),
    /** `draft` content is labelled as such on every screen that uses it. */
    status: z.enum(['draft', 'reviewed']),
    notice: z.string(),
    locale: LocaleSchema,
    /** In every audience's set; patterns use these by default. */
    core: z.array(StableIdSchema),
    prompts: z.array(
      z.strictObject({
        id: StableIdSchema,
        text,
        intent: z.optional(z.string()),
        symbol: z.optional(symbol),
        deck: z.optional(z.array(symbol)),
        sources: z.optional(z.array(source)),
      }),
    ),
    story: z.strictObject({ guidance: text, starters: list, softMaxChars: z.int(), maxChars: z.int() }),
    title: z.strictObject({ text, maxChars: z.int() }),
    signifiers: z.array(signifier),
    /** About the teller or the child: asked only where a pattern needs it, always with a way not to say. */
    questions: z.array(choice),
    place: z.strictObject({
      stem: text,
      /** The area scheme tellers are asked in. */
      scheme: StableIdSchema,
      /** Answers that are not areas: whole city, outside, not sure, rather not. */
      others: z.array(label),
    }),
    consents: z.array(consent),
    sharing: z.strictObject({
      stem: text,
      options: z.array(z.strictObject({ id: z.enum(['dots', 'read', 'quote']), text, symbol: z.optional(symbol) })),
    }),
    helpMe: z.strictObject({ stem: text, no: label, yes: label, then: text }),
    safety: z.strictObject({ interruption: text, helpLabel: text, afterHardStory: text }),
    closing: z.strictObject({ check: text, thanks: text, next: text, receipt: text, handover: text }),
  };
}
