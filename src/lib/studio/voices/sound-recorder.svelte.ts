/** Enough for speech, and two minutes of it stay far under 2 MB. */
const BITS_PER_SECOND = 48_000;
/** Then it ends by itself: longer is refused. */
const LONGEST_MS = 180_000;

/** One recording by the device's microphone, which is let go of as soon as it ends. */
export class SoundRecorder {
  #state: 'idle' | 'recording' | 'refused' = $state('idle');
  #recorder: MediaRecorder | null = null;
  #parts: Blob[] = [];

  get state(): 'idle' | 'recording' | 'refused' {
    return this.#state;
  }

  async start(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND });
      this.#parts = [];
      recorder.ondataavailable = ({ data }) => this.#parts.push(data);
      recorder.start();
      setTimeout(() => {
        if (recorder.state === 'recording') recorder.stop();
      }, LONGEST_MS);
      this.#recorder = recorder;
      this.#state = 'recording';
    } catch {
      this.#state = 'refused'; // nobody said yes, or there is no microphone
    }
  }

  async end(): Promise<File> {
    const recorder = this.#recorder;
    if (recorder !== null && recorder.state === 'recording') {
      const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
      recorder.stop();
      await ended;
    }
    this.drop();
    const type = recorder?.mimeType ?? '';
    return new File(this.#parts, `recording.${type.includes('mp4') ? 'm4a' : 'webm'}`, { type });
  }

  drop(): void {
    for (const track of this.#recorder?.stream.getTracks() ?? []) track.stop();
    this.#recorder = null;
    if (this.#state === 'recording') this.#state = 'idle';
  }
}
