import { spawnSync } from 'node:child_process';
import type { Fault } from '../fault';
import { LoopDisk, noDisks } from '../parts/loop-disk';
import { noBrowser } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';
import type { Stage } from '../stage';
import { held, tellToItsEnd, tellUntil } from './chromium-killed';

/** From the copy of a profile the story is told to its end and arrives. */
async function goOnFrom(profile: string, seen: Awaited<ReturnType<typeof tellUntil>>, stage: Stage, at: Server) {
  const phone = await Phone.on(stage, profile, at.url, at.code);
  await phone.open();
  const kept = await phone.kept();
  held(seen, kept, new Set(), stage);
  if (kept.drafts.length > 0) await tellToItsEnd(phone);
  await phone.settle(stage.ledger);
  await phone.browser.kill();
}

interface Server {
  readonly url: string;
  readonly code: string;
}

/** The battery of the phone dies: only what had reached its disk is there when it is charged again. */
export const phonePowerCut: Fault = {
  name: 'phone-power-cut',
  lines: [31],
  engines: ['sqlite'],
  short: 0,
  missing: () => noBrowser() ?? noDisks(),
  async run(stage) {
    const { install, rounds, random, ledger, afterwards } = stage;
    const here = await install();
    const server = await here.start();
    for (let round = 0; round < rounds; round += 1) {
      const disk = LoopDisk.make(256).mount();
      afterwards(() => disk.remove());
      const phone = await Phone.on(stage, disk.folder, here.url, server.code);
      let after: LoopDisk | null = null;
      const seen = await tellUntil(phone, random, async () => {
        after = disk.cutPower();
        await phone.browser.kill();
      });
      if (after === null) throw new Error('the power was not cut');
      const copy: LoopDisk = after; // TypeScript does not follow the callback
      afterwards(() => copy.remove());
      await goOnFrom(copy.mount().folder, seen, stage, server);
      copy.remove();
      disk.remove();
    }
    await server.stop();
    await verify(here, ledger);
  },
};

/** A phone is moved to another one, or put back from a copy of its files: copied while they are written to. */
export const profileCopied: Fault = {
  name: 'profile-copied',
  lines: [31],
  engines: ['sqlite'],
  short: 0,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, random, ledger } = stage;
    const here = await install();
    const server = await here.start();
    for (let round = 0; round < rounds; round += 1) {
      const phone = await Phone.on(stage, newProfile(stage), here.url, server.code);
      const copy = newProfile(stage);
      const seen = await tellUntil(phone, random, async () => {
        // Files come and go meanwhile: what is gone is not there to be copied.
        spawnSync('cp', ['--archive', `${phone.profile}/.`, copy]);
        await phone.browser.kill();
      });
      await goOnFrom(copy, seen, stage, server);
    }
    await server.stop();
    await verify(here, ledger);
  },
};
