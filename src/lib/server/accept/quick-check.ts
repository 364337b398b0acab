import type * as core from 'zod/v4/core';

type Check = (value: unknown) => boolean;

/**
 * The schema's own "yes", said faster: of a value that came from JSON it tells whether the schema takes it as it is. The
 * schema stays the one source: only how its lists and objects are walked is done here, everything else it is asked itself.
 * What zod spends most on in this path is a new object for every part of a value that only has to be looked at (its
 * `zod/mini` objects have no compiled form).
 *
 * A "no" is no answer: the schema then says why, or takes what has to be changed first.
 */
export function quickCheck<T>(schema: core.$ZodType<T>): (value: unknown) => value is T {
  return compiled(schema) as (value: unknown) => value is T; // what the schema takes unchanged is a T
}

function compiled(schema: core.$ZodType): Check {
  const { def } = (schema as core.$ZodTypes)._zod; // the union of all kinds that zod has
  switch (def.type) {
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? checked(schema, strictObject(def.shape)) : asked(schema);
    case 'record':
      return checked(schema, record(compiled(def.keyType), compiled(def.valueType)));
    case 'array':
      return checked(schema, list(compiled(def.element)));
    case 'tuple':
      return def.rest === null ? checked(schema, tuple(def.items.map(compiled))) : asked(schema);
    case 'nullable':
      return checked(schema, either(isNull, compiled(def.innerType)));
    case 'optional':
      return checked(schema, compiled(def.innerType)); // JSON holds no undefined: whether it is there is the object's
    case 'union':
      return checked(schema, isDiscriminated(def) ? discriminated(def) : anyOf(def.options.map(compiled)));
    case 'literal':
    case 'enum':
      return oneOf([...(schema._zod.values ?? [])]);
    case 'string':
      return def.coerce === true ? asked(schema) : checked(schema, isString);
    case 'number':
      return def.coerce === true ? asked(schema) : checked(schema, isNumber);
    default:
      return asked(schema);
  }
}

const isNull: Check = (value) => value === null;
const isString: Check = (value) => typeof value === 'string';
/** `1e999` is JSON, too. */
const isNumber: Check = (value) => Number.isFinite(value);

function oneOf(values: readonly unknown[]): Check {
  const [only] = values;
  if (values.length === 1) return (value) => value === only;
  const known = new Set(values);
  return (value) => known.has(value);
}

const either =
  (one: Check, other: Check): Check =>
  (value) =>
    one(value) || other(value);
const anyOf =
  (checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** Members by name, each asked once; those that must be there are counted, also those that zod would put there. */
function strictObject(shape: core.$ZodShape): Check {
  const members = new Map<string, { readonly check: Check; readonly counts: 0 | 1 }>();
  let required = 0;
  for (const [name, schema] of Object.entries(shape)) {
    const counts = schema._zod.optin === 'optional' ? 0 : 1;
    members.set(name, { check: compiled(schema), counts });
    required += counts;
  }
  return (value) => {
    if (!isObject(value)) return false;
    let found = 0;
    for (const name in value) {
      const member = members.get(name);
      if (member === undefined || !member.check(value[name])) return false;
      found += member.counts;
    }
    return found === required;
  };
}

function record(name: Check, member: Check): Check {
  return (value) => {
    if (!isObject(value)) return false;
    for (const key in value) if (!name(key) || !member(value[key])) return false;
    return true;
  };
}

function list(entry: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const each of value) if (!entry(each)) return false;
    return true;
  };
}

function tuple(entries: readonly Check[]): Check {
  return (value) =>
    Array.isArray(value) && value.length === entries.length && entries.every((check, at) => check(value[at]));
}

function isDiscriminated(def: core.$ZodUnionDef): def is core.$ZodDiscriminatedUnionDef {
  return 'discriminator' in def;
}

function discriminated({ discriminator, options }: core.$ZodDiscriminatedUnionDef): Check {
  const checks = new Map<unknown, Check>();
  for (const option of options)
    for (const name of option._zod.propValues?.[discriminator] ?? []) checks.set(name, compiled(option));
  return (value) => isObject(value) && checks.get(value[discriminator])?.(value) === true;
}

/** With what a schema checks besides its kind: patterns, lengths, refinements. A format is a check of itself. */
function checked(schema: core.$ZodType, kind: Check): Check {
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as core.$ZodCheck<never>] : []; // as its constructor does
  const checks = [...own, ...(schema._zod.def.checks ?? [])].map(quickly);
  const [first, second, ...others] = checks;
  if (first === undefined) return kind;
  if (second === undefined) return (value) => kind(value) && first(value);
  if (others.length === 0) return (value) => kind(value) && first(value) && second(value);
  return (value) => kind(value) && checks.every((check) => check(value));
}

/** What most values are held against, without asking; of other checks, and where the answer would be no, zod is asked. */
function quickly(check: core.$ZodCheck<never>): Check {
  const { def } = (check as core.$ZodChecks)._zod; // the union of all checks that zod has
  const ask = askedCheck(check);
  switch (def.check) {
    case 'string_format': {
      const { pattern, format } = def;
      if (pattern === undefined || pattern.global || pattern.sticky || !PLAIN_FORMATS.has(format)) return ask;
      return (value) => pattern.test(value as string);
    }
    case 'max_length':
      // Characters outside the basic plane count once: then there are more units than zod counts.
      return (value) => (value as string).length <= def.maximum || ask(value);
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : ask;
    default:
      return ask;
  }
}

/** Formats that are a pattern and nothing else. */
const PLAIN_FORMATS: ReadonlySet<string> = new Set(['regex', 'datetime']);

function askedCheck(check: core.$ZodCheck<never>): Check {
  const payload: core.ParsePayload = { value: undefined, issues: [] };
  return (value) => {
    payload.value = value;
    return (
      check._zod.check(payload as core.ParsePayload<never>) === undefined && // asked after its kind
      unchanged(payload, value)
    );
  };
}

/** The schema itself, in an object that is used again as long as there is nothing to complain of. */
function asked(schema: core.$ZodType): Check {
  const payload: core.ParsePayload = { value: undefined, issues: [] };
  return (value) => {
    payload.value = value;
    const result = schema._zod.run(payload, SYNCHRONOUS);
    return result === payload && unchanged(payload, value);
  };
}

const SYNCHRONOUS: core.ParseContextInternal = { async: false };

function unchanged(payload: core.ParsePayload, value: unknown): boolean {
  const taken = payload.issues.length === 0 && payload.value === value;
  payload.value = undefined;
  if (payload.issues.length > 0) payload.issues = [];
  return taken;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
