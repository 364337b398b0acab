import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFirstProgramme } from '$lib/server/first-programme';
import { serve } from '$lib/server/http/serve';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { newSettings, removeFolders, servicesOf } from '../../../fixtures/engines';

afterAll(removeFolders);

describe('the start on a database of which a row is not what was stored', () => {
  it.each([
    [
      'a framework',
      "UPDATE frameworks SET body = replace(body, '\"version\"', '\"version#')",
      'frameworks sheffield-send',
    ],
    [
      'a framework that can be read',
      "UPDATE frameworks SET body = replace(body, 'bus', 'bux')",
      'frameworks sheffield-send',
    ],
    ['a programme', "UPDATE programmes SET body = replace(body, '{', '[')", 'programmes sheffield-send'],
    ['a collector', "UPDATE collectors SET body = replace(body, '\"mode\"', '\"mode')", 'collectors of sheffield-send'],
  ])('says so of %s, in one sentence, and serves nobody', async (_, spoil, place) => {
    const settings = await newSettings('sqlite');
    const services = await servicesOf(settings);
    await openFirstProgramme(services);
    await services.store.close();
    const file = openSqliteFile(join(settings.data, 'sheaf.db'), 0);
    file.exec(spoil);
    file.close();
    const started = serve({
      https: false,
      environment: { SHEAF_DATA: settings.data, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
      prerendered: join(settings.data, 'no-pages'),
      loadHandler: () => Promise.reject(new Error('nobody is served')),
      say: () => undefined,
    });
    await expect(started).resolves.toEqual({
      kind: 'refused',
      message: expect.stringMatching(new RegExp(`^The database is damaged \\(${place}.*verify`)) as string,
    });
  });
});
