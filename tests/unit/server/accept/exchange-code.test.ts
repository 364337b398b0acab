import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExchangeResponseSchema } from '$lib/protocol/exchange';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { hashToken } from '$lib/server/token';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { FRAMEWORK, aCollector, withSheffield } from '../../../fixtures/programmes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, accepted } from '../../../fixtures/stories';

const HUB = '192.0.2.7';
let under: ServicesUnderTest;

beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
});
afterEach(() => under.close());

async function problemOf(code: string, address = HUB): Promise<string> {
  const exchanged = await exchangeCode(under.services, code, address);
  return exchanged.kind === 'problem' ? exchanged.problem : 'exchanged';
}

describe('the exchange of a code', () => {
  it.each(['K7M2QP', 'k7m2qp', 'K7M-2QP', ' k7m 2qp '])(
    'gives a capture token that writes stories: %j',
    async (typed) => {
      const exchanged = await exchangeCode(under.services, typed, HUB);
      if (exchanged.kind === 'problem') throw new Error(exchanged.problem);
      const { token, collector } = ExchangeResponseSchema.parse(exchanged.response);
      expect((await under.services.store.collectorOfToken(hashToken(token)))?.code).toBe('K7M2QP');
      expect(collector.programme.slug).toBe(SHEFFIELD_TRIAL.slug);
      expect(collector.programme.contacts.map(({ id }) => id)).not.toContain('hub');
      expect(JSON.stringify(collector)).not.toContain('policies');
    },
  );

  it('names the newest framework where the collector follows it, the pinned one where not', async () => {
    const { store } = under.services;
    await store.publishFramework({ ...FRAMEWORK, version: FRAMEWORK.version + 1 });
    await store.createCollector(aCollector({ code: 'PPPPPP', frameworkPolicy: 'pin' }));
    const versionOf = async (code: string) => {
      const exchanged = await exchangeCode(under.services, code, HUB);
      return exchanged.kind === 'exchanged' ? exchanged.response.collector.framework.version : null;
    };
    expect(await versionOf('K7M2QP')).toBe(FRAMEWORK.version + 1);
    expect(await versionOf('PPPPPP')).toBe(FRAMEWORK.version);
  });

  it.each([
    ['revoked', { revoked: true }],
    ['not open yet', { opensAt: '2026-12-01T00:00:00.000Z' }],
    ['over', { closesAt: NOON.toISOString() }],
  ])('is closed when the collector is %s', async (_, changes) => {
    await under.services.store.changeCollector('K7M2QP', () => aCollector(changes));
    expect(await problemOf('K7M2QP')).toBe('collector_closed');
  });

  it('is closed when the collector has its stories, or its programme is closed', async () => {
    const { store } = under.services;
    await store.changeCollector('K7M2QP', () => aCollector({ limit: 1 }));
    expect(await problemOf('K7M2QP')).toBe('exchanged');
    await store.acceptStories([await accepted(aStory())], NOON);
    expect(await problemOf('K7M2QP')).toBe('collector_closed');
    await store.changeCollector('K7M2QP', () => aCollector());
    await store.saveProgramme({ ...SHEFFIELD_TRIAL, state: 'closed' });
    expect(await problemOf('K7M2QP')).toBe('collector_closed');
  });

  it('stops guessing from one address, without shutting out others or keeping the address', async () => {
    for (let n = 0; n < 20; n += 1) expect(await problemOf('222222')).toBe('unknown_code');
    expect(await problemOf('222222')).toBe('too_many_tries');
    expect(await problemOf('K7M2QP', '192.0.2.8')).toBe('exchanged');
    expect(under.services.limits.keyOf(HUB)).not.toContain(HUB);
    under.setNow(new Date(NOON.getTime() + 60_000));
    expect(await problemOf('K7M2QP')).toBe('exchanged');
  });

  it('takes the many addresses of one line for one (IPv6)', async () => {
    for (let n = 0; n < 20; n += 1) await problemOf('222222', `2001:db8:0:7::${n}`);
    expect(await problemOf('222222', '2001:db8:0:7::ffff')).toBe('too_many_tries');
    expect(await problemOf('222222', '2001:db8:0:8::1')).toBe('unknown_code');
  });

  it('stops guessing from many addresses at once', async () => {
    for (let n = 0; n < 200; n += 1) await problemOf('222222', `198.51.100.${n}`);
    expect(await problemOf('222222', '203.0.113.1')).toBe('too_many_tries');
  });

  it('lets a hall full of phones in by one code', async () => {
    for (let n = 0; n < 200; n += 1) expect(await problemOf('K7M2QP')).toBe('exchanged');
  });
});
