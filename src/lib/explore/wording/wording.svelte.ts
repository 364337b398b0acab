import { API } from '../../protocol/routes';
import { WordsResponseSchema, type WordsRequest, type WordsResponse } from '../../protocol/word-use';

type Failure = 'failed' | 'signedOut' | 'bad_request';

/** The words of two groups, asked of the server: an answer to an older question is dropped. */
export class Wording {
  #answer = $state.raw<WordsResponse | null>(null);
  #failure = $state<Failure | null>(null);
  #question: WordsRequest | null = null;
  #asked = '';
  #turn = 0;

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

  /** Asks, unless this very question is being answered or is answered. */
  ask(question: WordsRequest): void {
    const asked = JSON.stringify(question);
    if (asked === this.#asked && this.#failure === null) return;
    this.#asked = asked;
    this.#question = question;
    void this.#fetch(question);
  }

  again(): void {
    if (this.#question) void this.#fetch(this.#question);
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
