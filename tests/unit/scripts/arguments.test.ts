import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serverFlags } from '$lib/server/http/server-flags';
import { readArguments } from '../../../scripts/arguments.mjs';

const PROGRAM = {
  usage: 'npm run tried --',
  does: 'Tries something.',
  options: {
    n: { type: 'string', default: '10,20' },
    only: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    engine: { type: 'string' },
    job: { type: 'string' },
  },
  numbers: ['n', 'rounds'],
  choices: { only: ['kill', 'proxy'], engine: ['a', 'b'] },
  lists: ['n', 'only'],
  own: ['job'],
} as const;
const USAGE = 'Usage: npm run tried -- [--n 10,20] [--only …] [--short] [--rounds 3] [--engine …]';

describe('the arguments of a program', () => {
  it('are given as they were said, the others as they are usually', () => {
    const read = readArguments(PROGRAM, ['--n', '5', '--only=kill,proxy']);
    expect(read).toMatchObject({ kind: 'given', given: { values: { n: '5', only: 'kill,proxy', short: false } } });
  });

  it.each([[['--help']], [['--n', '5', '-h']]])('are explained for %j', (args) => {
    expect(readArguments(PROGRAM, args)).toEqual({
      kind: 'help',
      text: `${USAGE}\n\nTries something.\n--only takes kill, proxy.\n--engine takes a, b.`,
    });
  });

  it.each([
    [['--nonsense'], "Unknown option '--nonsense'."],
    [['more'], "Unexpected argument 'more'."],
    [['--n'], "Option '--n <value>' argument missing."],
    [['--short=yes'], "Option '--short' does not take an argument."],
    [['--n', 'many'], '--n takes whole numbers from 1, not "many".'],
    [['--n', '0'], '--n takes whole numbers from 1, not "0".'],
    [['--n', ''], '--n takes whole numbers from 1, not "".'],
    [['--rounds', '3,4'], '--rounds takes a whole number from 1, not "3,4".'],
    [['--engine', 'a,b'], '--engine takes a, b, not "a,b".'],
    [['--only', 'kill,kil'], '--only takes kill, proxy, not "kil".'],
  ])('that are none, %j, are answered with what is wrong and what is taken', (args, why) => {
    expect(readArguments(PROGRAM, args)).toEqual({ kind: 'refused', text: `${why}\n${USAGE}` });
  });
});

describe('the arguments of the server', () => {
  it('are --https or nothing', () => {
    expect(serverFlags([])).toEqual({ kind: 'flags', https: false });
    expect(serverFlags(['--https'])).toEqual({ kind: 'flags', https: true });
    expect(serverFlags(['--help'])).toMatchObject({ kind: 'help' });
  });

  it.each([[['--nonsense']], [['--https=yes']], [['more']], [['--https', '-x']]])('%j is refused in words', (args) => {
    expect(serverFlags(args)).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/^The server does not take ".+"\.\nUsage: npm start/) as string,
    });
  });
});

describe('the programs of this repository', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

  it.each([
    ['scripts/lighthouse.mjs', ['--nonsense']],
    ['scripts/page-weight.mjs', ['--nonsense']],
    ['scripts/bench.mjs', ['nonsense']],
    ['scripts/conformance.mjs', ['--nonsense']],
    ['scripts/e2e.mjs', ['--engines', 'nonsense']],
  ])('%s answers what it does not take without a stack', (script, args) => {
    const { status, stderr } = run(script, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain('nonsense');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(['lighthouse', 'page-weight', 'bench', 'conformance', 'e2e'])(
    '%s says with --help how it is used',
    (name) => {
      const { status, stdout } = run(`scripts/${name}.mjs`, '--help');
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Usage: /);
    },
  );

  it('read what they were started with in these two places only', () => {
    const files = ['scripts', 'src', 'tests'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(ts|mjs)$/.test(path) && !path.startsWith('unit'))
        .map((path) => `${folder}/${path}`),
    );
    const bare = files.filter((file) => /parseArgs\(/.test(readFileSync(file, 'utf8')));
    expect(bare.sort()).toEqual(['scripts/arguments.mjs', 'src/lib/server/http/server-flags.ts']);
  });
});
