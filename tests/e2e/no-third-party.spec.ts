import type { Request } from '@playwright/test';
import { HastyTeller } from './page-objects/hasty-teller';
import { inMode, type Mode } from './page-objects/shared-device';
import { spokenIn, withVoices } from './page-objects/voices';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 60_000 });
test.use({ viewport: { width: 360, height: 740 } });

/** Tell treats every kind but `open` alike. */
const MODES: readonly { mode: Mode; tag: string[] }[] = [
  { mode: 'open', tag: [] },
  { mode: 'session', tag: [] },
  { mode: 'kiosk', tag: ['@repeated'] },
  { mode: 'scribe', tag: ['@repeated'] },
];

for (const { mode, tag } of MODES) {
  test(
    `nothing of a whole telling leaves the origin, listened to and read in another face (${mode})`,
    { tag },
    async ({ page, context, served }) => {
      // The context's requests are those of all its pages and of their service worker.
      const asked: Request[] = [];
      context.on('request', (request) => asked.push(request));
      await withVoices(page);
      await inMode(page, mode);
      const teller = new HastyTeller(page);
      await teller.open(`/t/${served.code}`);
      await teller.untilKeptForLater();

      await page.getByRole('button', { name: 'Reading' }).click();
      await page.getByRole('radio', { name: 'OpenDyslexic' }).check();
      await page.getByRole('radio', { name: 'Lexend' }).check();
      // By key: the lines still move under a pointer while the face arrives.
      await page.getByRole('button', { name: 'Done' }).press('Enter');
      await page.getByRole('button', { name: 'Listen' }).click();
      await expect.poll(async () => (await spokenIn(page)).length).toBeGreaterThan(5);

      await teller.begin();
      await teller.write('Synthetic words of a test: somebody waited with me.');
      await page.getByRole('button', { name: 'Listen' }).click();
      const words = async () => (await spokenIn(page)).map(({ text }) => text);
      await expect.poll(words).toContain('Synthetic words of a test: somebody waited with me.');
      await teller.send();
      await expect(page.getByText('Arrived', { exact: true })).toBeVisible();

      const voices = new Set((await spokenIn(page)).map(({ voice }) => voice));
      expect([...voices], 'a voice of this device').toEqual(['Here']);
      const abroad = asked.map((request) => request.url()).filter((url) => !/^(blob|data):/.test(url));
      expect(abroad.filter((url) => new URL(url).origin !== served.url)).toEqual([]);
      const paths = new Set(abroad.map((url) => new URL(url).pathname));
      expect([...paths].filter((path) => /(lexend|opendyslexic).*woff2$/.test(path)).length).toBeGreaterThanOrEqual(2);
      expect(paths).toContain('/api/v1/push');
      expect(
        asked.some((request) => request.serviceWorker() !== null),
        'the service worker is among them',
      ).toBe(true);
    },
  );
}
