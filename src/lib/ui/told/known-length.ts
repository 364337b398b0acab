/** Beyond the end of any recording. */
const FAR = 1e9;

/**
 * A recording made in a browser does not say how long it is (WebM from MediaRecorder): players show 0:00 and cannot be
 * wound on. Asked once for a place far behind its end, the browser finds the end, and with it the length. Unheard
 * meanwhile; whoever had pressed Play already hears it from its beginning.
 */
export function knownLength(audio: HTMLAudioElement): () => void {
  let quiet: { readonly muted: boolean; readonly playing: boolean } | null = null;

  function look() {
    if (audio.duration !== Infinity || quiet !== null) return;
    quiet = { muted: audio.muted, playing: !audio.paused };
    audio.muted = true;
    audio.currentTime = FAR;
  }

  function found() {
    if (quiet === null || !Number.isFinite(audio.duration)) return;
    const { muted, playing } = quiet;
    quiet = null;
    audio.currentTime = 0;
    audio.muted = muted;
    // The end that was reached has paused it. Refused without a press: then the player waits at its beginning.
    if (playing) audio.play().catch(() => undefined);
  }

  audio.addEventListener('loadedmetadata', look);
  audio.addEventListener('durationchange', found);
  if (audio.readyState > 0) look();
  return () => {
    audio.removeEventListener('loadedmetadata', look);
    audio.removeEventListener('durationchange', found);
  };
}
