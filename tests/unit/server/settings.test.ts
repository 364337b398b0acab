import { describe, expect, it } from 'vitest';
import { adminSocketOf, readSettings } from '$lib/server/settings';

describe('settings', () => {
  it('have a default each', () => {
    expect(readSettings({ PORT: '' })).toEqual({
      kind: 'settings',
      settings: {
        data: `${process.cwd()}/data`,
        port: 3000,
        host: '0.0.0.0',
        database: null,
        keyFile: null,
        origin: null,
        logLevel: 'info',
      },
    });
  });

  it.each([
    ['PORT', 'eighty', /PORT must be a number/],
    ['PORT', '70000', /PORT must be a number/],
    ['ORIGIN', 'stories.example.org', /ORIGIN must be/],
    ['ORIGIN', 'https://stories.example.org/path', /ORIGIN must be/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of/],
    ['DATABASE_URL', 'mysql://localhost/sheaf', /DATABASE_URL must be a PostgreSQL address/],
  ])('say in one sentence what is wrong with %s=%s', (name, value, sentence) => {
    const read = readSettings({ [name]: value });
    expect(read.kind === 'not_valid' ? read.message : '').toMatch(sentence);
  });

  it('put the admin socket where the system allows it, one for each folder', () => {
    expect(adminSocketOf({ data: '/srv/sheaf' })).toBe('/srv/sheaf/admin.sock');
    const long = adminSocketOf({ data: `/${'long/'.repeat(40)}` });
    expect(Buffer.byteLength(long)).toBeLessThan(100);
    expect(adminSocketOf({ data: `/${'long/'.repeat(41)}` })).not.toBe(long);
  });
});
