// What a program of this repository was started with. Whatever it does not take is answered with what it takes, and --help with
// how it is used: a stack trace says neither.
import { parseArgs } from 'node:util';

/** @typedef {NonNullable<import('node:util').ParseArgsConfig['options']>} Options */
/**
 * @template {Options} O
 * @typedef {object} Program
 * @property {string} usage how it is called, without its options
 * @property {string} does in a sentence or two
 * @property {O} options as `parseArgs` takes them
 * @property {boolean} [positionals] whether it takes more than options
 * @property {readonly string[]} [numbers] options that take a whole number from 1
 * @property {Readonly<Record<string, readonly string[]>>} [choices] options that take some words only
 * @property {readonly string[]} [lists] those of both that take several, with commas between them
 * @property {readonly string[]} [own] options that the program gives itself, which nobody is told of
 */

/**
 * Ends the program itself where there is nothing to be done.
 * @template {Options} O
 * @param {Program<O>} program
 */
export function programArguments(program) {
  const read = readArguments(program, process.argv.slice(2));
  if (read.kind === 'given') return read.given;
  if (read.kind === 'help') console.log(read.text);
  else console.error(read.text);
  process.exit(read.kind === 'help' ? 0 : 1);
}

/**
 * @template {Options} O
 * @param {Program<O>} program @param {string[]} args
 */
export function readArguments(program, args) {
  if (args.includes('--help') || args.includes('-h')) {
    const choices = Object.entries(program.choices ?? {}).map(
      ([name, known]) => `--${name} takes ${known.join(', ')}.`,
    );
    return { kind: /** @type {const} */ ('help'), text: [usageOf(program), '', program.does, ...choices].join('\n') };
  }
  /** @param {string} why */
  const refused = (why) => ({ kind: /** @type {const} */ ('refused'), text: `${why}\n${usageOf(program)}` });
  try {
    const given = parseArgs({ args, options: program.options, allowPositionals: program.positionals ?? false });
    const fault = faultIn(program, given.values);
    return fault === null ? { kind: /** @type {const} */ ('given'), given } : refused(fault);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
    // What follows the first sentence is about a program that takes such words elsewhere.
    return refused(`${error.message.split('. ')[0] ?? error.message}.`);
  }
}

/**
 * @param {Pick<Program<Options>, 'numbers' | 'choices' | 'lists'>} program @param {Readonly<Record<string, unknown>>} values
 * @returns {string | null} what is wrong with a value
 */
function faultIn({ numbers = [], choices = {}, lists = [] }, values) {
  /** @param {string} name */
  const partsOf = (name) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '') return [];
    return lists.includes(name) ? value.split(',') : [value];
  };
  for (const name of numbers) {
    if (values[name] === '' || !partsOf(name).every((part) => /^[1-9]\d*$/.test(part)))
      return `--${name} takes ${lists.includes(name) ? 'whole numbers' : 'a whole number'} from 1, not "${String(values[name])}".`;
  }
  for (const [name, known] of Object.entries(choices)) {
    const wrong = partsOf(name).find((part) => !known.includes(part));
    if (wrong !== undefined) return `--${name} takes ${known.join(', ')}, not "${wrong}".`;
  }
  return null;
}

/** @param {Pick<Program<Options>, 'usage' | 'options' | 'own'>} program */
function usageOf({ usage, options, own = [] }) {
  const taken = Object.entries(options)
    .filter(([name]) => !own.includes(name))
    .map(([name, { type, default: usual }]) => `[--${name}${type === 'boolean' ? '' : ` ${String(usual || '…')}`}]`);
  return ['Usage:', usage, ...taken].join(' ');
}
