import type { EnginePage } from './engine-page';
import { Telling } from './telling';
import { expect, test } from './engine-test';

const WORDS = 'A made-up story: the bus came late and somebody waited with me.';

/** What Tell uses where an engine has it, and does without where it has not. */
function abilities(): Record<string, boolean> {
  return {
    'service worker': 'serviceWorker' in navigator,
    'web locks': 'locks' in navigator,
    'background sync': 'SyncManager' in window,
    'compression streams': typeof CompressionStream === 'function',
    'media recorder': typeof MediaRecorder === 'function',
    'opus in webm': typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported('audio/webm;codecs=opus'),
    'opus in mp4': typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported('audio/mp4;codecs=opus'),
    'aac in mp4': typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported('audio/mp4;codecs=mp4a.40.2'),
    'field-sizing': CSS.supports('field-sizing', 'content'),
    'trusted types': 'trustedTypes' in window,
    'persistent storage': typeof navigator.storage?.persist === 'function',
  };
}

async function facts(at: EnginePage): Promise<string> {
  const found = Object.entries(await at.run(abilities));
  const list = (has: boolean) => found.flatMap(([name, is]) => (is === has ? [name] : [])).join(', ');
  return `${at.engine}: has ${list(true)}; has not ${list(false) || 'nothing missing'}`;
}

test('a story is told to its end without a network, after one visit with one, and arrives when there is one again', async ({
  at,
  network,
  served,
}) => {
  const teller = new Telling(at, `${network.url}/t/${served.code}`);
  await teller.open();
  process.stdout.write(`${await facts(at)}\n`);
  await teller.untilKeptForLater();

  network.goDown();
  const asked = network.asked.length;
  await at.reload();
  await teller.am('A parent or carer');
  await teller.agree();
  await teller.write(WORDS);

  await teller.skipTo('triad.right');
  await at.tapAt({ role: 'application' }, 0.4, 0.6);
  await expect.poll(() => teller.answer('triad.right')).toMatchObject({ state: 'answered', method: 'pointer' });
  await at.press({ role: 'button', name: '^List$' });
  await at.press({ role: 'radio', nth: 1 });
  await expect.poll(() => teller.answer('triad.right')).toMatchObject({ state: 'answered', method: 'zones' });
  // A nested address, loaded anew: what is asked and what was answered both stand there.
  await at.reload();
  await expect.poll(() => teller.heading()).toMatch(/\w/);
  expect(await teller.step()).toBe('triad.right');
  await at.press({ role: 'button', name: '^List$' });
  await expect.poll(() => teller.chosen()).toBe(1);

  await teller.skipTo('check');
  await expect.poll(() => teller.says('somebody waited with me')).toBe(true);
  await teller.send();
  await expect.poll(() => teller.says('On this device')).toBe(true);
  expect(await teller.receipt()).toHaveLength(4);
  expect(network.asked.slice(asked), 'nothing came through').toEqual([]);

  network.comeBack();
  await at.run(() => void dispatchEvent(new Event('online')));
  await expect.poll(() => teller.says('Arrived'), { timeout: 20_000 }).toBe(true);
  expect(network.outcomes).toEqual(['stored']);
});
