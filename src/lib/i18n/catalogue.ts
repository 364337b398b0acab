/**
 * A message: one text, or one per plural form of the parameter `n` (CLDR names, chosen by Intl.PluralRules).
 * `{name}` is replaced by the parameter of that name; numbers are written as the locale writes them.
 */
export type Message =
  string | ({ readonly other: string } & { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string });
export type Catalogue = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;
export type Translate<C extends Catalogue> = (key: keyof C & string, params?: Params) => string;

/** A typed look-up into one surface's catalogue. Keys are checked by the compiler; a missing parameter throws. */
export function translator<C extends Catalogue>(catalogue: C, locale = 'en'): Translate<C> {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (key, params = {}) => {
    const message = catalogue[key];
    if (message === undefined) throw new Error(`no message ${key}`);
    return fill(typeof message === 'string' ? message : form(message, params, plural), params, number);
  };
}

function form(message: Exclude<Message, string>, params: Params, plural: Intl.PluralRules): string {
  const count = params['n'];
  return (typeof count === 'number' ? message[plural.select(count)] : undefined) ?? message.other;
}

function fill(text: string, params: Params, number: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message needs the parameter ${name}`);
    return typeof value === 'number' ? number.format(value) : value;
  });
}
