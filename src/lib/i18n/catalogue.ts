/**
 * A message: one text, or one per plural form of the parameter `n` (CLDR names, chosen by Intl.PluralRules).
 * `{name}` is replaced by the parameter of that name; numbers are written as the locale writes them.
 */
export type Message = string | Forms;
type Forms = { readonly other: string } & { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string };
export type Catalogue = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;
export type Translate<C extends Catalogue> = (key: keyof C & string, params?: Params) => string;

/** A catalogue in another language: the same keys, each of the same kind. A key that is missing does not compile. */
export type Translated<C extends Catalogue> = { readonly [Key in keyof C]: C[Key] extends string ? string : Forms };

/**
 * A typed look-up into one surface's catalogue. Keys are checked by the compiler; a missing parameter throws.
 * @param numbers how numbers are written, where that is not as the locale's own default
 */
export function translator<C extends Catalogue>(catalogue: C, locale = 'en', numbers = locale): Translate<C> {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(numbers);
  return (key, params = {}) => {
    const message: Message | undefined = catalogue[key];
    if (message === undefined) throw new Error(`no message ${key}`);
    return fill(typeof message === 'string' ? message : form(message, params, plural), params, number);
  };
}

function form(message: Forms, params: Params, plural: Intl.PluralRules): string {
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
