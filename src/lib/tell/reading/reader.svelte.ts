import type { Edition } from '../../domain/framework/edition';
import type { Span } from '../../ui/reading/sentences';
import { chooseVoice, type Voice } from './choose-voice';
import type { Line, SpokenLine } from './lines-to-read';
import type { Painter } from './painter';
import { rangeOf, type Passage } from './passage';
import type { SpeechEngine, Told } from './speech-engine';
import { wordAt } from './word-at';

/** Plays a recording. As with speech, one at a time. */
export interface RecordingPlayer {
  play(address: string, rate: number, told: Pick<Told, 'ended' | 'failed'>): void;
  stop(): void;
}

export interface ReaderDelegate {
  engine: SpeechEngine;
  recordings: RecordingPlayer;
  painter: Painter;
  /** What is on the screen now, or in these parts of it, in the order it is read. */
  lines(edition: Edition | null, roots?: readonly Element[]): Promise<readonly Line[]>;
  rate(): number;
  /** Brings what is being read into view. */
  show(passage: Passage, range: Range | null): void;
}

/** `no_voice`: this device cannot speak the language and there is no recording. `silent`: its voice failed. */
export type ReaderState = 'quiet' | 'reading' | 'paused' | 'no_voice' | 'silent';

/**
 * Reads a screen aloud, sentence by sentence, and marks what it reads.
 *
 *   quiet ──listen──▶ reading ──pause──▶ paused ──goOn──▶ reading      goOn begins the sentence again: phones cannot
 *     ▲                  │                                             be trusted to pause within one
 *     └──── quiet, another screen, the last line ────┘
 */
export class Reader {
  readonly #delegate: ReaderDelegate;
  #state: ReaderState = $state('quiet');
  #box: Element | null = $state.raw(null);
  #lines: readonly Line[] = [];
  #voices: readonly Voice[] = [];
  #at = 0;
  /** Counts up with every start and stop, so that what ends late moves nothing. */
  #turn = 0;

  constructor(delegate: ReaderDelegate) {
    this.#delegate = delegate;
  }

  get state(): ReaderState {
    return this.#state;
  }

  /** What holds the words that are read now. */
  get box(): Element | null {
    return this.#box;
  }

  /** @param roots the part of the screen to read; without them all of it */
  async listen(edition: Edition | null, roots?: readonly Element[]): Promise<void> {
    this.#silence();
    const turn = this.#turn;
    this.#state = 'reading';
    const [voices, lines] = await Promise.all([this.#delegate.engine.voices(), this.#delegate.lines(edition, roots)]);
    if (turn !== this.#turn) return;
    this.#voices = voices;
    this.#lines = lines.filter((line) => line.kind === 'recorded' || this.#voiceFor(line) !== null);
    this.#at = 0;
    if (this.#lines.length > 0) this.#play();
    else this.#state = lines.length > 0 ? 'no_voice' : 'quiet';
  }

  pause(): void {
    if (this.#state !== 'reading') return;
    this.#halt();
    this.#state = 'paused';
  }

  goOn(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'reading';
    this.#play();
  }

  quiet(): void {
    this.#silence();
    this.#state = 'quiet';
  }

  #play(): void {
    const line = this.#lines[this.#at];
    if (line === undefined) return this.quiet();
    const turn = (this.#turn += 1);
    const mine = (act: () => void) => () => {
      if (turn === this.#turn) act();
    };
    const told = {
      word: (at: number, length: number) => mine(() => this.#word(line, at, length))(),
      ended: mine(() => this.#next()),
      failed: mine(() => this.#fail(line)),
    };
    this.#mark(line);
    const rate = this.#delegate.rate();
    if (line.kind === 'recorded') return this.#delegate.recordings.play(line.address, rate, told);
    const voice = this.#voiceFor(line);
    if (voice === null) return this.#next();
    this.#delegate.engine.speak(line.text, voice, rate, told);
  }

  #next(): void {
    this.#at += 1;
    this.#play();
  }

  /** A recording that is not here: its words are spoken instead. A voice that fails once is not tried for every line. */
  #fail(line: Line): void {
    if (line.kind === 'recorded') {
      const instead = line.instead.filter((spoken) => this.#voiceFor(spoken) !== null);
      this.#lines = [...this.#lines.slice(0, this.#at), ...instead, ...this.#lines.slice(this.#at + 1)];
      return this.#play();
    }
    this.#silence();
    this.#state = 'silent';
  }

  #voiceFor(line: SpokenLine): Voice | null {
    return chooseVoice(this.#voices, line.passage.lang);
  }

  #mark(line: Line): void {
    const parts: readonly [Passage, Span][] =
      line.kind === 'recorded'
        ? line.passages.map((passage) => [passage, whole(passage)])
        : [[line.passage, line.kind === 'spoken' ? line.span : whole(line.passage)]];
    const marked = parts.map(([passage, span]) => ({ passage, range: rangeOf(passage, span) }));
    this.#delegate.painter.sentence(
      marked.flatMap(({ range }) => (range === null ? [] : [range])),
      marked.flatMap(({ passage, range }) => (range === null && passage.box.isConnected ? [passage.box] : [])),
    );
    const first = marked[0];
    this.#box = first?.passage.box ?? null;
    if (first !== undefined) this.#delegate.show(first.passage, first.range);
  }

  #word(line: Line, at: number, length: number): void {
    if (line.kind !== 'spoken' || at < 0 || at >= line.text.length) return;
    const { from, to } =
      length > 0 ? { from: at, to: Math.min(at + length, line.text.length) } : wordAt(line.text, at, line.passage.lang);
    const range = rangeOf(line.passage, { from: line.span.from + from, to: line.span.from + to });
    this.#delegate.painter.word(range);
  }

  #halt(): void {
    this.#turn += 1;
    this.#delegate.engine.stop();
    this.#delegate.recordings.stop();
  }

  #silence(): void {
    this.#halt();
    this.#box = null;
    this.#delegate.painter.clear();
  }
}

function whole({ text }: Passage): Span {
  return { from: 0, to: text.length };
}
