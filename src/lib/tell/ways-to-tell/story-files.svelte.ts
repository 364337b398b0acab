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
  #problem: NotKept | null = $state(null);

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

  /** @returns null when it was not kept; `problem` then says why */
  async add(made: MadeFile): Promise<MediaRef | null> {
    this.#problem = null;
    if (this.made.length >= MAX_MEDIA) return this.#failed('full');
    const undated = made.kind === 'voice' ? { ...made, bytes: undatedSound(made.bytes) } : made;
    const kept = await this.#store.add(this.#draftId, undated);
    if (kept.kind !== 'kept') return this.#failed('not_kept');
    this.#player.attach(kept.value);
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
    if (!this.#shared) await this.#store.addPart(this.#draftId, part);
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
