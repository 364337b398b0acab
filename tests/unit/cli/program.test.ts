import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CliError } from '../../../src/cli/cli-error';
import { sheaf } from '../../../src/cli/program';
import { settingsHere } from '../../../src/cli/settings-here';
import { openFirstProgramme } from '$lib/server/first-programme';
import { openServices } from '$lib/server/open-services';

const FOLDER = 'tests/fixtures/sensemaker';
const FILES = ['--definition', `${FOLDER}/sectioned.definition.json`, '--captures', `${FOLDER}/captures.csv`];
let data: string;
let said: string[];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sheaf-cli-'));
  said = [];
  vi.stubEnv('SHEAF_DATA', join(data, 'data'));
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(data, { recursive: true, force: true });
});

const run = (...args: string[]) => sheaf().parseAsync(args, { from: 'user' });
async function failure(...args: string[]): Promise<CliError> {
  const error: unknown = await run(...args).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CliError)) throw new Error(`no failure of the expected kind: ${String(error)}`);
  return error;
}

describe('the command line without a running server', () => {
  test('imports, exports and says what it did', async () => {
    await run('import', 'sensemaker', ...FILES, '--programme', 'allotment');
    expect(said.at(-2)).toBe('4 captures stored in allotment.');
    expect(said.at(-1)).toContain('They count as dots');
    await run('export', '--programme', 'allotment', '--format', 'csv', '--out', join(data, 'out'));
    expect(said).toContain(join(data, 'out', 'allotment-stories.csv'));
    expect(said.at(-1)).toContain('Single stories are for analysts under contract');
    const few = await failure('export', '--programme', 'allotment', '--tables', '--out', join(data, 'out'));
    expect(few.message).toContain('Nothing is released');
  }, 60_000);

  test('asks a person what became of the time when the clock jumped', async () => {
    await run('clock');
    expect(said.at(-1)).toMatch(/^The clock says \d{4}-\d\d-\d\d, as was counted here\.$/);
    await run('clock', '--was-off');
    expect((await failure('clock', '--was-off', '--was-wrong')).message).toContain('one of');
  });

  test('makes a demonstration', async () => {
    await run('demo', '--stories', '30', '--seed', '5');
    expect(said[0]).toBe('30 synthetic stories stored in synthetic-30-5.');
  }, 60_000);

  test('lists, makes and closes the links of a programme', async () => {
    const services = await openServices(settingsHere());
    if (services.kind !== 'opened') throw new Error(services.kind);
    const { collector } = await openFirstProgramme(services.services);
    await services.services.store.close();
    const ofSheffield = ['--programme', 'sheffield-send'];

    await run('collector', 'add', ...ofSheffield, '--name', 'Darnall Family Centre', '--device', 'shared');
    const code = /\/t\/([2-9A-Z]{6})$/.exec(said.at(-2) ?? '')?.[1] ?? '';
    expect(said.at(-1)).toBe(`Open it on the tablet that people share. The code to type is ${code}.`);
    await run('collector', 'list', ...ofSheffield);
    const everybody = 'child, youth, family, pro';
    expect(said.slice(-2)).toEqual([
      `${code}  Darnall Family Centre  shared device  open  ${everybody}  http://localhost:3000/t/${code}`,
      `${collector?.code}  First link  own device  open  ${everybody}  http://localhost:3000/t/${collector?.code}`,
    ]);
    // As somebody reads it out.
    await run('collector', 'close', `${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`);
    expect(said.at(-1)).toBe(`${code} is closed. What was told by it already still arrives.`);
    await run('collector', 'close', code);
    expect(said.at(-1)).toContain('Nothing was changed');

    const odd = ['--name', ' ', '--device', 'tablet', '--audiences', 'press', '--from', 'soon', '--place', 'moon'];
    const { message, details } = await failure('collector', 'add', ...ofSheffield, ...odd);
    expect([message, ...details]).toEqual([
      'No link was made.',
      '--name is missing: what stewards call this link',
      '--device must be own (a phone or computer of one person) or shared',
      '--audiences takes some of child, youth, family, pro, with commas',
      '--from is not a day: write it as 2026-12-31',
      '--place must be one of north, north_east, central, east, south_east, south_west, south',
    ]);
    const nowhere = ['--programme', 'nowhere', '--name', 'x', '--device', 'own'];
    expect((await failure('collector', 'add', ...nowhere)).message).toBe('There is no programme nowhere.');
    expect((await failure('collector', 'list', '--programme', 'nowhere')).message).toBe(
      'There is no programme nowhere.',
    );
    expect((await failure('collector', 'close', 'QQQQQQ')).message).toBe('There is no link with the code QQQQQQ.');
  }, 60_000);

  test('makes a key, backs up to it, and brings the backup back into an empty folder', async () => {
    await run('demo', '--stories', '5');
    const [identity, backups] = [join(data, 'identity'), join(data, 'backups')];
    await run('backup-key', '--to', identity);
    const recipient = said.find((line) => line.startsWith('age1')) ?? '';
    await run('backup', '--to', backups, '--recipient', recipient);
    const archive = said.find((line) => line.endsWith('.tar.age')) ?? '';
    expect((await failure('restore', '--from', archive, '--identity-file', identity)).message).toContain(
      'is not empty',
    );
    vi.stubEnv('SHEAF_DATA', join(data, 'another'));
    expect((await failure('restore', '--from', archive)).message).toContain('is encrypted');
    await run('restore', '--from', archive, '--identity-file', identity);
    expect(said).toContainEqual(expect.stringContaining('5 stories, 0 files and 0 recordings are back'));
  }, 60_000);

  test('names a file that is missing, and one that is not text', async () => {
    const missing = ['--definition', 'nowhere.json', '--captures', 'x', '--programme', 'p'];
    expect((await failure('import', 'sensemaker', ...missing)).message).toBe(
      'There is no file nowhere.json (the definition).',
    );
    const binary = join(data, 'binary');
    writeFileSync(binary, Uint8Array.of(0xff, 0xfe, 0xfd));
    const odd = ['--definition', binary, '--captures', 'x', '--programme', 'p'];
    expect((await failure('import', 'sensemaker', ...odd)).message).toContain('is not UTF-8 text');
  });

  test('tells what is wrong with captures, row by row', async () => {
    const captures = join(data, 'captures.csv');
    writeFileSync(captures, 'id,server_upload_time,weather\nc1,1761991200000,fog and hail\n');
    const files = ['--definition', `${FOLDER}/sectioned.definition.json`, '--captures', captures];
    const error = await failure('import', 'sensemaker', ...files, '--programme', 'p');
    expect([error.message, ...error.details]).toEqual([
      'The captures cannot be read; nothing was imported.',
      'row 2, column weather: “fog and hail” is none of its items',
    ]);
  }, 60_000);

  test.each([
    ['an unknown programme', ['export', '--programme', 'nowhere', '--out', '/tmp'], 'There is no programme nowhere.'],
    ['a number that is none', ['demo', '--stories', 'many'], 'stories'],
    ['a backup that nobody said how to encrypt', ['backup', '--to', '/tmp'], '--plain leaves it open'],
    ['a key that is none', ['backup', '--to', '/tmp', '--recipient', 'age1x'], 'not a key of age'],
    ['a backup that is not there', ['restore', '--from', '/nowhere/x'], 'cannot be read (ENOENT)'],
    ['to move to what is no database', ['move', '--to', 'https://example.org'], 'must be a PostgreSQL address'],
    ['a role that is none', ['user', 'invite', '--programme', 'p', '--roles', 'king'], 'roles'],
  ])(
    'refuses %s',
    async (_name, args, message) => {
      expect((await failure(...args)).message).toContain(message);
    },
    60_000,
  );
});
