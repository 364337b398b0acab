import type { Voice } from './choose-voice';
import type { SpeechEngine } from './speech-engine';

/** Chromium has its voices only some time after it was first asked for them. */
const PATIENCE_MS = 1200;

/** The browser's own speech synthesis; an engine without voices where there is none. */
export function browserEngine(speech: SpeechSynthesis | undefined = window.speechSynthesis): SpeechEngine {
  let spoken: SpeechSynthesisUtterance | null = null;
  return {
    async voices() {
      if (speech === undefined) return [];
      if (speech.getVoices().length === 0) await voicesOrPatience(speech);
      return speech.getVoices();
    },
    speak(text, voice, rate, told) {
      const own = speech?.getVoices().find((candidate) => isSame(candidate, voice));
      // Without a voice of its own an utterance gets the browser's, which may be a remote one.
      if (speech === undefined || own?.localService !== true) return told.failed();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = own;
      utterance.lang = own.lang;
      utterance.rate = rate;
      const mine = () => spoken === utterance;
      utterance.onboundary = (event) => {
        if (mine() && event.name === 'word') told.word(event.charIndex, event.charLength || 0);
      };
      utterance.onend = () => {
        if (mine()) told.ended();
      };
      utterance.onerror = () => {
        if (mine()) told.failed();
      };
      spoken = utterance; // also keeps it alive: Chromium forgets the events of an utterance nobody holds
      speech.speak(utterance);
    },
    stop() {
      spoken = null;
      speech?.cancel();
    },
  };
}

function isSame(candidate: SpeechSynthesisVoice, voice: Voice): boolean {
  return candidate.name === voice.name && candidate.lang === voice.lang && candidate.localService;
}

function voicesOrPatience(speech: SpeechSynthesis): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      speech.removeEventListener?.('voiceschanged', done);
      resolve();
    };
    const timer = setTimeout(done, PATIENCE_MS);
    speech.addEventListener?.('voiceschanged', done); // Safari before 16 has no such event
  });
}
