import type { MadeFile, MediaStore } from '../../device/media';
import { MAX_MEDIA, type MediaRef } from '../../domain/story/media-ref';
import { undatedSound } from '../../domain/story/undated-sound';
import type { Player } from '../../survey/player.svelte';

/** Why a file was not kept. */
export type NotKept = 'full' | 'not_kept';

/** The files of the story being told: kept on the device as soon as they are made, and noted in the draft. */
export class StoryFiles {
  readonly #player: Player;
  readonly #store: MediaStore;
  readonly #shared: boolean;
  #keeping: readonly Promise<unknown>[] = [];
  #problem: NotKept | null = $state(null);
  #closed = false;

  /** @param shared others use this device: no parts of a recording are left lying about; a crash loses it */
  constructor(player: Player, store: MediaStore, shared: boolean) {
    this.#player = player;
    this.#store = store;
    this.#shared = shared;
  }

  get made(): readonly MediaRef[] {
    return this.#player.draft.media ?? [];
  }

  get problem(): NotKept | null {
    return this.#problem;
  }

  /** Something is still being made or kept, its screen perhaps gone: the story does not go on its way without it. */
  keeping<T>(work: Promise<T>): Promise<T> {
    const kept = work.finally(() => {
      this.#keeping = this.#keeping.filter((other) => other !== kept);
    });
    this.#keeping = [...this.#keeping, kept];
    return kept;
  }

  /** Resolves when nothing is being kept any more. */
  async settled(): Promise<void> {
    while (this.#keeping.length > 0) await Promise.allSettled(this.#keeping);
  }

  /** The story is thrown away: what a screen that is still open makes later must not lie here without one. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
  }

  /**
   * @param instead the file whose place it takes: gone once the new one is kept, and still there where that was not to be
   * @returns null when it was not kept; `problem` then says why
   */
  add(made: MadeFile, instead: MediaRef | null = null): Promise<MediaRef | null> {
    return this.keeping(this.#add(made, instead));
  }

  async #add(made: MadeFile, instead: MediaRef | null): Promise<MediaRef | null> {
    this.#problem = null;
    if (this.#closed) return null;
    const others = this.made.filter(({ sha256 }) => sha256 !== instead?.sha256);
    if (others.length >= MAX_MEDIA) return this.#failed('full');
    const undated = made.kind === 'voice' ? { ...made, bytes: undatedSound(made.bytes) } : made;
    const kept = await this.#store.add(this.#draftId, undated);
    if (kept.kind !== 'kept') return this.#failed('not_kept');
    this.#player.attach(kept.value, instead?.sha256);
    if (instead !== null && instead.sha256 !== kept.value.sha256)
      await this.#store.remove(this.#draftId, instead.sha256);
    return kept.value;
  }

  /** The draft lets go first: a file without a story is swept up later, a story without its file would be a lie. */
  async throwAway(made: MediaRef): Promise<void> {
    this.#problem = null;
    this.#player.detach(made.sha256);
    await this.#store.remove(this.#draftId, made.sha256);
  }

  async open(made: MediaRef): Promise<Blob | null> {
    const file = await this.#store.file(made.sha256);
    return file.kind === 'kept' ? file.value : null;
  }

  async keepPart(part: { index: number; mime: string; bytes: Uint8Array<ArrayBuffer> }): Promise<void> {
    if (!this.#shared && !this.#closed) await this.keeping(this.#store.addPart(this.#draftId, part));
  }

  async dropParts(): Promise<void> {
    await this.#store.dropParts(this.#draftId);
  }

  /** What a crash left of a recording. Its length is not known any more: a part is five seconds. */
  async cutOff(partSeconds: number): Promise<MadeFile | null> {
    const left = await this.#store.unfinished(this.#draftId);
    if (left.kind !== 'kept' || left.value === null || left.value.bytes.length === 0) return null;
    const { mime, bytes, parts } = left.value;
    return { kind: 'voice', mime, bytes, seconds: Math.max(1, parts * partSeconds) };
  }

  get #draftId(): string {
    return this.#player.draft.id;
  }

  #failed(problem: NotKept): null {
    this.#problem = problem;
    return null;
  }
}
