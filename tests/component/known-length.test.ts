import { expect, it } from 'vitest';
import { knownLength } from '$lib/ui/told/known-length';
import tone from '../fixtures/media/tone.webm?url';

const settled = (audio: HTMLAudioElement, event: string) =>
  new Promise((resolve) => audio.addEventListener(event, resolve, { once: true }));

function player(): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.preload = 'metadata';
  document.body.append(audio);
  return audio;
}

it('a recording as a browser makes it does not say how long it is', async () => {
  const audio = player();
  audio.src = tone;
  await settled(audio, 'loadedmetadata');
  expect(audio.duration).toBe(Infinity);
  audio.remove();
});

it('is asked for its end unheard, and stands at its beginning with its length known', async () => {
  const audio = player();
  const leave = knownLength(audio);
  audio.src = tone;
  await settled(audio, 'loadedmetadata');
  expect(audio.muted).toBe(true);
  await expect.poll(() => Number.isFinite(audio.duration)).toBe(true);
  expect(audio.duration).toBeGreaterThan(0);
  await expect.poll(() => audio.currentTime).toBe(0);
  expect(audio.muted).toBe(false);
  leave();
  audio.remove();
});
