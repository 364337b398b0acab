import type { KeptRecordings } from './kept-recordings';
import type { RecordingPlayer } from './reader.svelte';

/** Plays recordings through one audio element: a phone lets only one play that a person has started. */
export function recordingPlayer(kept: KeptRecordings, audio: HTMLAudioElement = new Audio()): RecordingPlayer {
  let turn = 0;
  let shown: string | null = null;
  const letGo = () => {
    if (shown !== null) URL.revokeObjectURL(shown);
    shown = null;
  };
  return {
    play(address, rate, told) {
      const mine = (turn += 1);
      const fail = () => {
        if (mine === turn) told.failed();
      };
      audio.onended = () => {
        if (mine === turn) told.ended();
      };
      audio.onerror = fail;
      void kept.get(address).then(async (response) => {
        if (response === null) return fail();
        const blob = await response.blob();
        if (mine !== turn) return;
        letGo();
        shown = URL.createObjectURL(blob);
        audio.src = shown;
        audio.playbackRate = rate;
        await audio.play().catch(fail);
      }, fail);
    },
    stop() {
      turn += 1;
      audio.pause();
      letGo();
    },
  };
}
