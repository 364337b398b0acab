import { parseArgs } from 'node:util';

export type ServerFlags =
  | { readonly kind: 'flags'; readonly https: boolean }
  | { readonly kind: 'help'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

const USAGE =
  'Usage: npm start [-- --https]\n--https serves with a certificate that the server makes itself. All else is set by environment: README, Settings.';

/** What the server was started with; a word that it does not take is answered with those that it does. */
export function serverFlags(args: string[]): ServerFlags {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help', message: USAGE };
  const { values, tokens } = parseArgs({
    args,
    options: { https: { type: 'boolean', default: false } },
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find(
    (token) => token.kind !== 'option' || token.name !== 'https' || token.value !== undefined,
  );
  if (unknown !== undefined)
    return { kind: 'refused', message: `The server does not take "${args[unknown.index] ?? ''}".\n${USAGE}` };
  return { kind: 'flags', https: values.https === true };
}
