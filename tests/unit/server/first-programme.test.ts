import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CollectorCodeSchema } from '$lib/domain/programme/collector';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { drawCode } from '$lib/server/collectors/draw-code';
import { openFirstProgramme } from '$lib/server/first-programme';
import { firstStewardTokenHolds, issueFirstStewardToken, takeFirstStewardToken } from '$lib/server/first-steward';
import { FRAMEWORK } from '../../fixtures/programmes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../fixtures/services';

let under: ServicesUnderTest;
beforeEach(() => void (under = openTestServices()));
afterEach(() => under.close());

describe('a fresh installation', () => {
  it('opens the Sheffield programme in trial with one collector for every audience', async () => {
    const { collector } = await openFirstProgramme(under.services);
    expect(collector?.audiences).toEqual(['child', 'youth', 'family', 'pro']);
    expect((await under.services.store.programmes()).map(({ slug, state }) => [slug, state])).toEqual([
      ['sheffield-send', 'trial'],
    ]);
  });

  it('does it once: the code printed on posters stays', async () => {
    const { collector } = await openFirstProgramme(under.services);
    expect((await openFirstProgramme(under.services)).collector).toEqual(collector);
    expect(await under.services.store.collectorsOf(SHEFFIELD_TRIAL.slug)).toHaveLength(1);
  });

  it('does it beside programmes that hold imported or synthetic stories only', async () => {
    await under.services.store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'demo', origin: 'synthetic' });
    expect((await openFirstProgramme(under.services)).collector).not.toBeNull();
  });

  it('does nothing where people tell in another programme', async () => {
    await under.services.store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'elsewhere' });
    expect((await openFirstProgramme(under.services)).collector).toBeNull();
    expect(await under.services.store.programme(SHEFFIELD_TRIAL.slug)).toBeNull();
  });

  it('follows the framework that a later release ships, and keeps the earlier one for the stories told with it', async () => {
    const { store } = under.services;
    const before = { ...FRAMEWORK, version: FRAMEWORK.version - 1, notice: 'The words of an earlier release.' };
    await store.publishFramework(before);
    await store.createProgramme({ ...SHEFFIELD_TRIAL, framework: { id: before.id, version: before.version } });
    await openFirstProgramme(under.services);
    expect((await store.programme(SHEFFIELD_TRIAL.slug))?.framework).toEqual(SHEFFIELD_TRIAL.framework);
    expect(await store.framework({ id: before.id, version: before.version })).toEqual(before);
    await openFirstProgramme(under.services);
    const moved = (await store.auditOf(SHEFFIELD_TRIAL.slug, 10)).filter(
      ({ action }) => action === 'programme.framework',
    );
    expect(moved).toHaveLength(1);
  });

  it('draws codes that can be read out', () => {
    const codes = Array.from({ length: 200 }, () => drawCode(under.services.random));
    for (const code of codes) expect(CollectorCodeSchema.safeParse(code).success).toBe(true);
    expect(new Set(codes).size).toBe(200);
  });
});

describe('the link for the first steward', () => {
  it('works once, and only the last one printed', async () => {
    const { services } = under;
    const before = await issueFirstStewardToken(services);
    const token = await issueFirstStewardToken(services);
    expect(await takeFirstStewardToken(services, String(before))).toBe(false);
    expect(await firstStewardTokenHolds(services, String(token))).toBe(true);
    expect(await takeFirstStewardToken(services, String(token))).toBe(true);
    expect(await takeFirstStewardToken(services, String(token))).toBe(false);
  });

  it('ends after three days', async () => {
    const token = await issueFirstStewardToken(under.services);
    under.setNow(new Date(NOON.getTime() + 3 * 86_400_000));
    expect(await takeFirstStewardToken(under.services, String(token))).toBe(false);
  });

  it('is not given when there is a steward, and an earlier one no longer works', async () => {
    const { services } = under;
    await openFirstProgramme(services);
    const token = await issueFirstStewardToken(services);
    await services.store.grantRoles('user-1', SHEFFIELD_TRIAL.slug, ['steward']);
    expect(await issueFirstStewardToken(services)).toBeNull();
    expect(await takeFirstStewardToken(services, String(token))).toBe(false);
  });
});
