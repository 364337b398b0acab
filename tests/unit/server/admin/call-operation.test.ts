import { statSync } from 'node:fs';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openAdminServer } from '$lib/server/admin/admin-server';
import { callOperation } from '$lib/server/admin/call-operation';
import { operation, type Operations } from '$lib/server/admin/operation';
import { adminSocketOf } from '$lib/server/settings';
import { withSheffield } from '../../../fixtures/programmes';
import { openTestServices, type ServicesUnderTest } from '../../../fixtures/services';

const OPERATIONS: Operations = {
  count: operation({
    name: 'count',
    input: z.object({ programme: z.string() }),
    run: async ({ store }, { programme }) => ({ stories: await store.countStories(programme), pid: process.pid }),
  }),
  nothing: operation({ name: 'nothing', input: z.object({}), run: () => Promise.resolve(undefined) }),
  broken: operation({ name: 'broken', input: z.object({}), run: () => Promise.reject(new Error('It is broken.')) }),
};

let under: ServicesUnderTest;
let server: Server | null = null;

beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  await under.close();
});

const call = (name: string, input: unknown) => callOperation(under.services.settings, name, input, OPERATIONS);

describe('an operation of the command line', () => {
  it('runs in the server that holds the folder', async () => {
    server = await openAdminServer(under.services, OPERATIONS);
    expect(await call('count', { programme: 'sheffield-send' })).toMatchObject({
      kind: 'done',
      result: { stories: 0 },
    });
    expect(await call('nothing', {})).toEqual({ kind: 'done', result: null });
  });

  it('runs here when no server holds the folder, and lets go of it afterwards', async () => {
    await under.services.store.close();
    for (let n = 0; n < 2; n += 1) {
      expect(await call('count', { programme: 'sheffield-send' })).toMatchObject({ kind: 'done' });
    }
  });

  it('says so when a server holds the folder and does not listen yet', async () => {
    expect(await call('count', { programme: 'x' })).toMatchObject({
      kind: 'cannot_start',
      message: expect.stringContaining('Another Sheaf server') as string, // a matcher stands for the text
    });
  });

  it('takes the place of a socket that a killed server left behind', async () => {
    server = await openAdminServer(under.services, OPERATIONS);
    const { writeFileSync } = await import('node:fs');
    const path = adminSocketOf(under.services.settings);
    server.close();
    writeFileSync(path, '');
    server = await openAdminServer(under.services, OPERATIONS);
    expect((await call('nothing', {})).kind).toBe('done');
  });

  it('says so when the data folder cannot be one', async () => {
    const settings = { ...under.services.settings, data: '/dev/null/sheaf' };
    expect(await callOperation(settings, 'nothing', {}, OPERATIONS)).toMatchObject({
      kind: 'cannot_start',
      message: expect.stringContaining('/dev/null/sheaf cannot be written (ENOTDIR)') as string, // stands for the text
    });
  });

  it('says so when the server ends before it has answered', async () => {
    let begun: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (begun = resolve));
    const endless = operation({
      name: 'endless',
      input: z.object({}),
      run: () => {
        begun();
        return new Promise(() => undefined);
      },
    });
    const killed = await openAdminServer(under.services, { endless });
    const called = call('endless', {});
    await asked;
    killed.closeAllConnections();
    killed.close();
    expect(await called).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('ended before it answered') as string, // stands for the text
    });
  });

  it('is for the user of the server only', async () => {
    server = await openAdminServer(under.services, OPERATIONS);
    expect(statSync(adminSocketOf(under.services.settings)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['there is no such operation', 'unknown_operation', 'toString', {}],
    ['its input is not what it takes', 'not_valid', 'count', { programme: 7 }],
    ['it breaks, without taking the server down', 'failed', 'broken', {}],
  ])('says so when %s', async (_, kind, name, input) => {
    server = await openAdminServer(under.services, OPERATIONS);
    const called = await call(name, input);
    expect(called.kind).toBe(kind);
    expect('message' in called ? called.message : '').not.toBe('');
    expect((await call('nothing', {})).kind).toBe('done');
  });
});
