import { untrack } from 'svelte';
import { API } from '../../protocol/routes';
import { WordsResponseSchema, type WordsRequest, type WordsResponse } from '../../protocol/word-use';

const SETTLES_MS = 80;

type Failure = 'failed' | 'signedOut' | 'bad_request';

/** The words of two groups, asked of the server: an answer to an older question is dropped. */
export class Wording {
  #answer = $state.raw<WordsResponse | null>(null);
  #failure = $state<Failure | null>(null);
  #question: WordsRequest | null = null;
  #asked = '';
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly programme: string,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {}

  /** Null while it is on its way. */
  get answer(): WordsResponse | null {
    return this.#answer;
  }
  get failure(): Failure | null {
    return this.#failure;
  }

  /**
   * Asks, unless this very question was the last: one that failed waits for `again`. After a moment, since a page that opens
   * takes up its link in two steps and every question that is answered counts against the next ones.
   */
  ask(question: WordsRequest): void {
    const asked = JSON.stringify(question);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#question = question;
    // Whoever asks in an effect must not wake by the answer.
    untrack(() => {
      this.#turn += 1;
      this.#answer = null;
      this.#failure = null;
    });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(question), SETTLES_MS);
  }

  again(): void {
    if (this.#question) void this.#fetch(this.#question);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  async #fetch(question: WordsRequest): Promise<void> {
    const turn = (this.#turn += 1);
    this.#answer = null;
    this.#failure = null;
    const answer = await this.#answerTo(question);
    if (turn !== this.#turn) return;
    if (typeof answer === 'string') this.#failure = answer;
    else this.#answer = answer;
  }

  async #answerTo(question: WordsRequest): Promise<WordsResponse | Failure> {
    const response = await this.send(API.wordUse(this.programme), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    }).catch(() => null);
    if (response?.status === 401) return 'signedOut';
    if (response?.status === 400) return 'bad_request';
    if (!response?.ok) return 'failed';
    const parsed = WordsResponseSchema.safeParse(await response.json().catch(() => null));
    return parsed.success ? parsed.data : 'failed';
  }
}
