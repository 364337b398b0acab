import { StoriesResponseSchema, type ReadableStory } from '../protocol/explore';
import { API } from '../protocol/routes';

/** Stories asked for at once; the server gives at most 50 here. */
const PAGE = 20;

type Phase = 'idle' | 'loading' | 'ready' | 'signed_out' | 'failed';

/**
 * Stories in the order asked for, fetched page by page and only when they are to be read. A newer order makes every
 * answer to an older one stale.
 */
export class Reader {
  #serials = $state.raw<readonly number[]>([]);
  #stories = $state.raw<readonly ReadableStory[]>([]);
  #asked = $state(0);
  #phase = $state<Phase>('idle');
  #turn = 0;

  constructor(
    private readonly programme: string,
    private readonly get: typeof fetch = (...request) => fetch(...request),
  ) {}

  get stories(): readonly ReadableStory[] {
    return this.#stories;
  }
  get phase(): Phase {
    return this.#phase;
  }
  /** Readable stories that have not been asked for yet. */
  get left(): number {
    return this.#serials.length - this.#asked;
  }

  /** Reads from the front of a new order. */
  read(serials: readonly number[]): void {
    this.#turn += 1;
    this.#serials = serials;
    this.#stories = [];
    this.#asked = 0;
    this.#phase = 'ready';
    if (serials.length > 0) void this.more();
  }

  close(): void {
    this.#turn += 1;
    this.#serials = [];
    this.#stories = [];
    this.#asked = 0;
    this.#phase = 'idle';
  }

  async more(): Promise<void> {
    const turn = this.#turn;
    const serials = this.#serials.slice(this.#asked, this.#asked + PAGE);
    if (serials.length === 0 || this.#phase === 'loading') return;
    this.#phase = 'loading';
    const page = await this.#fetch(serials);
    if (turn !== this.#turn) return;
    if (typeof page === 'string') {
      this.#phase = page;
      return;
    }
    const ordered = [...page].sort((p, q) => serials.indexOf(p.serial) - serials.indexOf(q.serial));
    this.#stories = [...this.#stories, ...ordered];
    this.#asked += serials.length;
    this.#phase = 'ready';
  }

  async #fetch(serials: readonly number[]): Promise<ReadableStory[] | 'signed_out' | 'failed'> {
    const response = await this.get(API.exploreStories(this.programme), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serials }),
    }).catch(() => null);
    if (response?.status === 401) return 'signed_out';
    if (!response?.ok) return 'failed';
    const body: unknown = await response.json().catch(() => null);
    const parsed = StoriesResponseSchema.safeParse(body);
    return parsed.success ? parsed.data.stories : 'failed';
  }
}
