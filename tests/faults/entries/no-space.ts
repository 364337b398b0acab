import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Fault } from '../fault';
import { lineTo } from '../parts/line';
import { offerAgain, Sender } from '../parts/load';
import { noDisks, run } from '../parts/loop-disk';
import { madeStory } from '../parts/made-stories';
import { fill, smallDisk } from '../parts/small-disk';
import { upload } from '../parts/upload';
import { verify } from '../parts/verify';

/** The disk of the embedded database is full: nothing is acknowledged, 507 or 503 is answered, and space heals it. */
export const noSpaceDatabase: Fault = {
  name: 'no-space-database',
  lines: [38],
  engines: ['sqlite'],
  short: 0,
  most: 5,
  missing: noDisks,
  async run(stage) {
    const { install, rounds, random, ledger, expect } = stage;
    for (let round = 0; round < rounds; round += 1) {
      const disk = smallDisk(stage, 24);
      const here = await install(disk);
      const server = await here.start();
      const sender = new Sender(
        lineTo(() => here.url),
        server.code,
        ledger,
      );
      let sequence = 0;
      const some = async () =>
        Promise.all(
          Array.from({ length: 20 }, async () => ledger.tell(await madeStory(random, server.code, (sequence += 1)))),
        );
      await sender.send(await some());
      const filler = join(disk, 'filler');
      fill(filler, random.below(200_000));
      const heard = ledger.acknowledged().size;
      let refused = 0;
      for (let tries = 0; tries < 60 && refused < 5; tries += 1) {
        const verdict = await sender.send(await some());
        if (verdict.kind === 'acknowledged') continue;
        refused += 1;
        expect(
          verdict.kind === 'stop' && verdict.because === 'busy',
          `a full disk was answered so that a device takes it for ${JSON.stringify(verdict)}`,
        );
      }
      expect(refused === 5, `the disk never got full: ${ledger.acknowledged().size - heard} more were taken`);
      rmSync(filler);
      await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
      const { code } = await server.stop();
      expect(code === 0, `the server ended with ${code} after its disk had been full`);
      await verify(here, ledger);
      ledger.startAnew();
      // Room for a database, and not for every step of its shape.
      const none = await (await install(smallDisk(stage, 0.1 + random.below(3) / 10))).tryStart();
      const told = none.kind === 'ended' && none.said.includes('disk of the database is full');
      expect(told, `on a disk without room for a database it ${none.kind}: ${none.kind === 'ended' ? none.said : ''}`);
    }
  },
};

/** The disk of the files is full, that of the database is not: files wait, stories arrive. */
export const noSpaceMedia: Fault = {
  name: 'no-space-media',
  lines: [38],
  engines: ['sqlite', 'postgres'],
  short: 0,
  most: 3,
  missing: noDisks,
  async run(stage) {
    const { install, rounds, random, ledger, expect } = stage;
    for (let round = 0; round < rounds; round += 1) {
      const here = await install();
      mkdirSync(here.data, { mode: 0o700 });
      mkdirSync(join(here.data, 'media'), { mode: 0o700 });
      const media = join(here.data, 'media');
      run('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=700', 'tmpfs', media]);
      stage.afterwards(() => run('umount', ['--lazy', media]));
      const server = await here.start();
      const filler = join(media, 'filler');
      fill(filler, 8192);
      const picture = await aLargePicture();
      const sha256 = createHash('sha256').update(picture).digest('hex');
      const outcome = await upload(here.url, server.code, picture, sha256);
      expect(/^50[37] /.test(outcome ?? ''), `a file for which there was no room was answered ${outcome}`);
      const line = lineTo(() => here.url);
      const sender = new Sender(line, server.code, ledger);
      const verdict = await sender.send([ledger.tell(await madeStory(random, server.code, 1))]);
      expect(verdict.kind === 'acknowledged', 'a story waited for the room of files');
      rmSync(filler);
      const again = await upload(here.url, server.code, picture, sha256);
      expect(again === 'stored', `with room again the file was answered ${again}`);
      await server.stop();
      await verify(here, ledger);
      ledger.startAnew();
    }
  },
};

async function aLargePicture(): Promise<Buffer> {
  const raw = { width: 200, height: 200, channels: 3 as const };
  return sharp(randomBytes(200 * 200 * 3), { raw })
    .png()
    .toBuffer();
}
