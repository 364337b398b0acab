import type { MadeFile } from '../../device/media';

/** A recording of a story lasts at most this long; what was said until then is kept. */
export const LONGEST_SECONDS = 300;
/** A crash loses at most this much. */
export const PART_MS = 5000;
/** "Half a minute left". */
export const ALMOST_SECONDS = LONGEST_SECONDS - 30;
/** Speech in Opus needs no more: five minutes are 1.2 MB, which a slow line can carry. */
const BITS_PER_SECOND = 32_000;
const METER_MS = 100;

/** In order of preference; Safari's engine records mp4 only. */
const FORMATS = ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'] as const;

/** Why there is no recording; each has words and another way to go. */
export type Hindered = 'refused' | 'no_microphone' | 'not_able' | 'failed';
export type RecorderState = 'ready' | 'asking' | 'recording' | 'paused' | 'saving' | Hindered;

export interface RecorderDelegate {
  microphone(): Promise<MediaStream>;
  /** Keeps the next part, so that a crash loses only what came after it. */
  keepPart(part: { index: number; mime: string; bytes: Uint8Array<ArrayBuffer> }): Promise<void>;
  /** The whole recording. Resolves when it is kept; the parts are then of no use any more. */
  finished(made: MadeFile): Promise<void>;
  /** Milliseconds that only go forward. */
  now(): number;
}

/** The format this browser records; null when it cannot. */
export function formatHere(): string | null {
  if (typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator)) return null;
  return FORMATS.find((format) => MediaRecorder.isTypeSupported(format)) ?? null;
}

/**
 * Records one file.
 *
 *   ready ─start─▶ asking ─▶ recording ◀─pause / goOn─▶ paused        finish, 5 minutes, or a microphone that went away:
 *                    └─▶ refused, no_microphone, not_able               recording | paused ─▶ saving ─▶ ready
 */
export class Recorder {
  readonly #delegate: RecorderDelegate;
  #state: RecorderState = $state('ready');
  #seconds = $state(0);
  #level = $state(0);
  #recording: Recording | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #wentAway = false;

  constructor(delegate: RecorderDelegate) {
    this.#delegate = delegate;
  }

  get state(): RecorderState {
    return this.#state;
  }

  /** Whole seconds recorded, pauses left out. */
  get seconds(): number {
    return this.#seconds;
  }

  /** How loud it is now, 0 to 1. */
  get level(): number {
    return this.#level;
  }

  get active(): boolean {
    return this.#state === 'recording' || this.#state === 'paused';
  }

  async start(): Promise<void> {
    if (this.#recording !== null || this.#state === 'asking' || this.#state === 'saving') return;
    const format = formatHere();
    if (format === null) {
      this.#state = 'not_able';
      return;
    }
    this.#wentAway = false;
    this.#state = 'asking';
    try {
      const stream = await this.#delegate.microphone();
      // Left while the browser was asking: nothing may listen now.
      if (this.#wentAway) return stopAll(stream);
      try {
        this.#begin(stream, format);
      } catch (cause) {
        stopAll(stream);
        throw cause;
      }
    } catch (cause) {
      this.#state = hindranceOf(cause);
    }
  }

  pause(): void {
    if (this.#state !== 'recording') return;
    this.#recording?.pause();
    this.#level = 0;
    this.#state = 'paused';
  }

  goOn(): void {
    if (this.#state !== 'paused') return;
    this.#recording?.goOn();
    this.#state = 'recording';
  }

  async finish(): Promise<void> {
    const recording = this.#recording;
    if (recording === null) return;
    this.#recording = null;
    clearInterval(this.#timer);
    this.#level = 0;
    this.#state = 'saving';
    const made = await recording.end();
    if (made.bytes.length > 0) await this.#delegate.finished(made);
    this.#seconds = 0;
    this.#state = 'ready';
  }

  /** The screen goes: what was recorded is kept, and nothing listens any more. */
  leave(): Promise<void> {
    this.#wentAway = true;
    if (this.#state === 'asking') this.#state = 'ready';
    return this.finish();
  }

  #begin(stream: MediaStream, format: string): void {
    const recording = new Recording(stream, format, this.#delegate, () => void this.finish());
    this.#recording = recording;
    this.#seconds = 0;
    this.#state = 'recording';
    this.#timer = setInterval(() => {
      this.#seconds = Math.floor(recording.seconds);
      if (this.#state === 'recording') this.#level = recording.level();
      if (recording.seconds >= LONGEST_SECONDS) void this.finish();
    }, METER_MS);
  }
}

/** One run of the browser's recorder: its parts, its time, and how loud it is. */
class Recording {
  readonly #recorder: MediaRecorder;
  readonly #stream: MediaStream;
  readonly #delegate: RecorderDelegate;
  readonly #mime: string;
  readonly #meter: Meter;
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #kept: Promise<void> = Promise.resolve();
  #before = 0;
  #since: number | null;

  constructor(stream: MediaStream, format: string, delegate: RecorderDelegate, brokeOff: () => void) {
    this.#stream = stream;
    this.#delegate = delegate;
    this.#mime = format.split(';', 1)[0] ?? format;
    this.#meter = new Meter(stream);
    this.#recorder = new MediaRecorder(stream, { mimeType: format, audioBitsPerSecond: BITS_PER_SECOND });
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#take(data));
    this.#recorder.addEventListener('error', brokeOff);
    // The microphone was unplugged, or the permission taken back.
    stream.getAudioTracks()[0]?.addEventListener('ended', brokeOff);
    this.#since = delegate.now();
    this.#recorder.start(PART_MS);
  }

  get seconds(): number {
    return (this.#before + (this.#since === null ? 0 : this.#delegate.now() - this.#since)) / 1000;
  }

  level(): number {
    return this.#meter.level();
  }

  pause(): void {
    this.#before = this.seconds * 1000;
    this.#since = null;
    if (this.#recorder.state === 'recording') this.#recorder.pause();
    // What is said before a pause is safe at once.
    if (this.#recorder.state !== 'inactive') this.#recorder.requestData();
  }

  goOn(): void {
    this.#since ??= this.#delegate.now();
    if (this.#recorder.state === 'paused') this.#recorder.resume();
  }

  async end(): Promise<MadeFile> {
    const seconds = Math.max(1, Math.round(this.seconds));
    if (this.#recorder.state !== 'inactive') {
      await new Promise<void>((resolve) => {
        this.#recorder.addEventListener('stop', () => resolve(), { once: true });
        this.#recorder.stop();
      });
    }
    this.#meter.close();
    stopAll(this.#stream);
    await this.#kept;
    const bytes = new Uint8Array(await new Blob(this.#parts).arrayBuffer());
    return { kind: 'voice', mime: this.#mime, bytes, seconds };
  }

  #take(data: Blob): void {
    if (data.size === 0) return;
    // One after the other, so that the parts keep their order whatever the device's store is doing.
    this.#kept = this.#kept.then(async () => {
      const bytes = new Uint8Array(await data.arrayBuffer());
      const index = this.#parts.push(bytes) - 1;
      await this.#delegate.keepPart({ index, mime: this.#mime, bytes });
    });
  }
}

/** Loudness of a stream; silent where the browser has no audio graph. */
class Meter {
  readonly #context: AudioContext | null;
  readonly #analyser: AnalyserNode | null;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(stream: MediaStream) {
    this.#context = typeof AudioContext === 'undefined' ? null : new AudioContext();
    // Made after the browser has asked for the microphone, it may begin suspended.
    void this.#context?.resume();
    this.#analyser = this.#context?.createAnalyser() ?? null;
    this.#samples = new Float32Array(this.#analyser?.fftSize ?? 0);
    if (this.#context !== null && this.#analyser !== null)
      this.#context.createMediaStreamSource(stream).connect(this.#analyser);
  }

  /** Root mean square, on a scale where ordinary talk is about a half. */
  level(): number {
    if (this.#analyser === null) return 0;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, this.#samples.length);
    return Math.min(1, Math.sqrt(power) * 4);
  }

  close(): void {
    void this.#context?.close();
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function hindranceOf(cause: unknown): Hindered {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no_microphone';
  return name === 'NotSupportedError' ? 'not_able' : 'failed';
}
