/** The name of the cache; its files are named by what is in them and never change. */
export const RECORDINGS_CACHE = 'sheaf-recordings';

/** What is used of `fetch`. */
type Fetch = (address: string, how: RequestInit) => Promise<Response>;

/** How much of a device they may take. */
export const KEPT_AT_MOST = { files: 600, bytes: 20_000_000 } as const;

/**
 * Recordings and their lists, kept on the device from the moment they were first needed, so that a basement has them
 * too. What says who told what is not among them: they are texts of the programme.
 */
export class KeptRecordings {
  readonly #caches: CacheStorage | undefined;
  readonly #fetch: Fetch;

  /** @param caches not there over plain http */
  constructor(caches: CacheStorage | undefined, fetcher: Fetch) {
    this.#caches = caches;
    this.#fetch = fetcher;
  }

  /** From the device, else from the server; null where neither has it. */
  async get(address: string): Promise<Response | null> {
    const cache = await this.#open();
    const known = await cache?.match(address);
    if (known !== undefined) return known;
    const fetched = await this.#ask(address);
    // Full or forbidden is no reason not to be heard.
    if (fetched !== null) await cache?.put(address, fetched.clone()).catch(() => undefined);
    return fetched;
  }

  /** Fetches what is wanted and not here, in order, until there is no room; lets go of everything that is not wanted. */
  async keep(wanted: readonly string[]): Promise<void> {
    const cache = await this.#open();
    if (cache === null) return;
    const here = new Set<string>();
    for (const request of await cache.keys()) {
      const { pathname, search } = new URL(request.url);
      if (wanted.includes(pathname + search)) here.add(pathname + search);
      else await cache.delete(request);
    }
    let bytes = 0;
    for (const address of wanted.slice(0, KEPT_AT_MOST.files)) {
      const response = here.has(address) ? await cache.match(address) : ((await this.get(address)) ?? undefined);
      bytes += response === undefined ? 0 : (await response.clone().blob()).size;
      if (bytes <= KEPT_AT_MOST.bytes) continue;
      await cache.delete(address);
      return;
    }
  }

  async #ask(address: string): Promise<Response | null> {
    try {
      const response = await this.#fetch(address, { credentials: 'omit' });
      return response.ok ? response : null;
    } catch {
      return null; // no network
    }
  }

  /** Null where the browser keeps nothing for us. */
  async #open(): Promise<Cache | null> {
    try {
      return (await this.#caches?.open(RECORDINGS_CACHE)) ?? null;
    } catch {
      return null;
    }
  }
}
