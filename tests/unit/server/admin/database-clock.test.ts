import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { callOperation } from '$lib/server/admin/call-operation';
import { newInstallation, removeFolders, servicesOf } from '../../../fixtures/engines';

afterEach(() => vi.useRealTimers());
afterAll(removeFolders);

it('a command on a machine whose clock is wrong writes the day of the database, and the doctor says that they differ', async () => {
  const { settings, store } = await newInstallation('postgres', 2);
  await store.close();
  const right = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: right + 20 * 365 * 24 * 60 * 60 * 1000 });
  expect((await callOperation(settings, 'clock', { answer: 'was_off' })).kind).toBe('done');
  const doctor = JSON.stringify(await callOperation(settings, 'doctor', {}));
  expect(doctor).toMatch(/minutes ahead of that of the database/);
  vi.useRealTimers();
  const after = await servicesOf(settings);
  const { today } = (await after.store.calendar()) ?? {};
  expect(Math.abs((today?.getTime() ?? 0) - right)).toBeLessThan(60_000);
  expect(Math.abs(((await after.store.auditOf(null, 1))[0]?.at.getTime() ?? 0) - right)).toBeLessThan(60_000);
  expect(JSON.stringify(await callOperation(settings, 'doctor', {}))).toContain('of the database agree');
  await after.store.close();
}, 60_000);
