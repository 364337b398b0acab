import type { Device, OwnStory, TakenBack } from '../../device/device';
import type { Kept } from '../../device/kept';
import { amendmentOf } from '../../domain/story/amendment';
import type { MediaRef } from '../../domain/story/media-ref';
import { receiptKey } from '../../domain/story/receipt-key';
import type { Story } from '../../domain/story/story';
import type { Sharing } from '../../domain/story/sharing';
import { languageNamed } from '../../i18n/languages';
import type { lookUpReceipt, lowerSharing } from '../../protocol/client/receipts';
import { PushItemSchema } from '../../protocol/push';
import type { ReceiptResponse } from '../../protocol/receipts';
import { storyState, type StoryState } from '../../sync/story-state';

/** What the server says of a story that has arrived; `unknown` until it was asked, or where it could not be. */
export type Seen = { kind: 'unknown' } | { kind: 'not_there' } | { kind: 'there'; read: boolean; sharing: Sharing };

export type MyState = StoryState | 'read' | 'not_there' | 'taking_back';

/** What a story can be told with. */
export type ToldWith = 'text' | 'pictures' | 'helper' | MediaRef['kind'];

/** How a story was told, as far as this device still knows. */
export interface Told {
  /** Each kind once. */
  readonly with: readonly ToldWith[];
  /** Drawings and photos, and the strip of pictures: only where its teller keeps what was told here. */
  readonly images: readonly MediaRef[];
  readonly strip: readonly string[];
}

/** The words of a kept story, for its teller's own eyes. */
export interface KeptWords {
  readonly title: string | null;
  readonly text: string | null;
  /** For a `lang` attribute: the language it was told in, which need not be the page's. */
  readonly lang: string;
}

export interface MyStoriesDelegate {
  device: Device;
  look: typeof lookUpReceipt;
  lower: typeof lowerSharing;
  /** Something is to be sent: now, and by the browser later if this page is gone by then. */
  send(): void;
  /** Opens a story as a draft of itself. */
  open(code: string, step: string): void;
}

/** The stories told on an own device, where they are, and what their teller can do with them. */
export class MyStories {
  readonly #delegate: MyStoriesDelegate;
  #stories: readonly OwnStory[] | null = $state.raw(null);
  #takenBack: readonly TakenBack[] = $state.raw([]);
  #seen: Readonly<Record<string, Seen>> = $state.raw({});
  #words: Readonly<Record<string, KeptWords>> = $state.raw({});
  #told: Readonly<Record<string, Told>> = $state.raw({});
  #trouble: 'failed' | 'gone' | 'offline' | null = $state(null);
  #busy: string | null = $state(null);
  #unheard = $state(false);

  constructor(delegate: MyStoriesDelegate) {
    this.#delegate = delegate;
  }

  /** Null while they are being looked up. */
  get stories(): readonly OwnStory[] | null {
    return this.#stories;
  }

  get takenBack(): readonly TakenBack[] {
    return this.#takenBack;
  }

  get trouble(): 'failed' | 'gone' | 'offline' | null {
    return this.#trouble;
  }

  /** The story something is being done with. */
  get busy(): string | null {
    return this.#busy;
  }

  /** The server could not be asked whether stories were read. */
  get unheard(): boolean {
    return this.#unheard;
  }

  get keepsWords(): boolean {
    return this.#stories?.some(({ kept }) => kept) ?? false;
  }

  /** Looks again whenever the outbox changes. @returns how to stop */
  watch(): () => void {
    return this.#delegate.device.outbox.watchCount(() => void this.#lookHere());
  }

  seenOf(id: string): Seen {
    return this.#seen[id] ?? { kind: 'unknown' };
  }

  wordsOf(id: string): KeptWords | null {
    return this.#words[id] ?? null;
  }

  /** Null where nothing is known of it here any more. */
  toldOf(id: string): Told | null {
    return this.#told[id] ?? null;
  }

  /** The bytes of a drawing or photo; null where they have gone from this device. */
  async image({ sha256, mime }: Pick<MediaRef, 'sha256' | 'mime'>): Promise<Blob | null> {
    const file = await this.#delegate.device.media.file(sha256);
    // The kept bytes know their kind only by the story's own note.
    return file.kind === 'kept' && file.value !== null ? new Blob([file.value], { type: mime }) : null;
  }

  stateOf(story: OwnStory): MyState {
    const seen = this.seenOf(story.id);
    const state = placeOfWords(story);
    if (state !== 'arrived') return state;
    if (seen.kind === 'not_there') return 'not_there';
    const whole = storyState({ state: 'stored', refusal: null }, story.files);
    if (whole !== 'arrived') return whole;
    return seen.kind === 'there' && seen.read ? 'read' : 'arrived';
  }

  /** Asks the server of every story that has arrived. */
  async ask(): Promise<void> {
    await this.#lookHere();
    for (const story of this.#stories ?? []) {
      const seen = this.seenOf(story.id);
      if (placeOfWords(story) !== 'arrived' || seen.kind === 'not_there' || (seen.kind === 'there' && seen.read))
        continue;
      const answer = await this.#delegate.look(await this.#receiptOf(story));
      this.#unheard = answer.kind !== 'answered';
      if (answer.kind !== 'answered') return;
      this.#note(story.id, answer.value);
    }
  }

  /** The browser says that there is a line again: the complaint goes. What failed is not done again by itself. */
  lineIsBack(): void {
    if (this.#trouble === 'offline') this.#trouble = null;
  }

  takeBack(story: OwnStory): Promise<void> {
    return this.#doing(story.id, async () => {
      const { receipt } = await this.#receiptOf(story);
      const taken = await this.#delegate.device.withdrawals.takeBack(story.id, receipt);
      if (taken.kind !== 'kept' || taken.value === 'no_receipt') return 'failed';
      this.#hideWords(story.id);
      this.#delegate.send();
      return null;
    });
  }

  lower(story: OwnStory, sharing: 'dots' | 'read'): Promise<void> {
    return this.#doing(story.id, async () => {
      const answer = await this.#delegate.lower({ ...(await this.#receiptOf(story)), sharing });
      if (answer.kind !== 'answered') return 'offline';
      this.#note(story.id, answer.value);
      return null;
    });
  }

  dropWords({ id }: OwnStory): Promise<void> {
    return this.#doing(id, async () => {
      this.#hideWords(id);
      return (await this.#delegate.device.own.dropWords(id)).kind === 'kept' ? null : 'failed';
    });
  }

  dropAllWords(): Promise<void> {
    return this.#doing('', async () => {
      this.#words = {};
      const { own } = this.#delegate.device;
      const all = await own.list();
      if (all.kind !== 'kept') return 'failed';
      const dropped = await Promise.all(all.value.filter(({ kept }) => kept).map(({ id }) => own.dropWords(id)));
      return dropped.every(({ kind }) => kind === 'kept') ? null : 'failed';
    });
  }

  async showWords({ id }: OwnStory): Promise<void> {
    const story = await this.#kept(id);
    if (story === null) return;
    const { title, text, locale } = story;
    this.#words = { ...this.#words, [id]: { title, text, lang: languageNamed(locale).lang } };
  }

  hideWords({ id }: OwnStory): void {
    this.#hideWords(id);
  }

  /** Opens Tell at its last page, with everything as it was told, or as a change that was begun before has left it. */
  change({ id, collector }: OwnStory): Promise<void> {
    return this.#doing(id, async () => {
      const story = await this.#kept(id);
      if (story === null) return 'gone';
      const { drafts } = this.#delegate.device;
      const begun = await drafts.resume(id);
      if (begun.kind !== 'kept') return 'failed';
      // Saved anew also where it was begun: the newest draft is the one that is opened.
      const saved = await drafts.save(begun.value ?? amendmentOf(story, null, CHECK));
      if (saved.kind !== 'kept') return 'failed';
      this.#delegate.open(collector, CHECK);
      return null;
    });
  }

  forget({ id }: OwnStory): Promise<void> {
    return this.#doing(id, async () => {
      const forgotten = await this.#delegate.device.receipts.forget(id);
      return forgotten.kind === 'kept' && forgotten.value === 'forgotten' ? null : 'failed';
    });
  }

  forgetTakenBack({ id }: TakenBack): Promise<void> {
    return this.#doing(id, async () => {
      return (await this.#delegate.device.withdrawals.forget(id)).kind === 'kept' ? null : 'failed';
    });
  }

  async #doing(id: string, work: () => Promise<typeof this.trouble>): Promise<void> {
    if (this.#busy !== null) return;
    this.#busy = id;
    this.#trouble = await work();
    await this.#lookHere();
    this.#busy = null;
  }

  async #lookHere(): Promise<void> {
    const { own, withdrawals } = this.#delegate.device;
    const [stories, taken] = await Promise.all([own.list(), withdrawals.list()]);
    const shown = stories.kind === 'kept' ? stories.value.filter((story) => story.shown) : [];
    const told = await Promise.all(shown.map(async ({ id, kept }) => [id, toldIn(await own.told(id), kept)] as const));
    this.#told = Object.fromEntries(told.flatMap(([id, how]) => (how === null ? [] : [[id, how]])));
    this.#stories = shown;
    this.#takenBack = taken.kind === 'kept' ? taken.value.filter(({ shown }) => shown) : [];
  }

  #note(id: string, { story }: ReceiptResponse): void {
    const seen: Seen =
      story === null ? { kind: 'not_there' } : { kind: 'there', read: story.read, sharing: story.sharing };
    this.#seen = { ...this.#seen, [id]: seen };
  }

  #hideWords(id: string): void {
    this.#words = Object.fromEntries(Object.entries(this.#words).filter(([key]) => key !== id));
  }

  async #receiptOf({ collector, words }: OwnStory) {
    return { code: collector, receipt: await receiptKey(words, collector) };
  }

  async #kept(id: string) {
    return storyIn(await this.#delegate.device.own.words(id));
  }
}

function storyIn(item: Kept<string | null>): Story | null {
  if (item.kind !== 'kept' || item.value === null) return null;
  try {
    const read = PushItemSchema.safeParse(JSON.parse(item.value));
    return read.success ? read.data.story : null;
  } catch {
    return null; // no JSON: one row that cannot be read hides no other story
  }
}

/** @param kept its teller wants it here: without that no picture of it is shown, though a copy may wait */
function toldIn(item: Kept<string | null>, kept: boolean): Told | null {
  const story = storyIn(item);
  if (story === null) return null;
  const { text, symbols = [], media, helper } = story;
  const means: ToldWith[] = [...media.map(({ kind }) => kind)];
  if (symbols.length > 0) means.push('pictures');
  if (text !== null) means.push('text');
  if (helper !== undefined) means.push('helper');
  const once = means.filter((each, index) => means.indexOf(each) === index);
  const images = media.filter(({ kind }) => kind !== 'voice');
  return { with: once, images: kept ? images : [], strip: kept ? symbols : [] };
}

/** Where a story's words are, whatever becomes of its files. An outbox that has forgotten it had sent it. */
function placeOfWords({ state, refusal, linkClosed = false }: OwnStory): StoryState {
  return state === null ? 'arrived' : storyState({ state, refusal, linkClosed });
}

/** The step of Tell that shows all of a story and where each part can be changed. */
const CHECK = 'check';
