import { tick } from 'svelte';
import type { Device, Finish } from '../device/device';
import type { ReceiptList } from '../device/receipt-words';
import { finishing } from '../device/finish-story';
import { drawReceipt } from '../device/draw-receipt';
import type { Edition } from '../domain/framework/edition';
import type { PublicCollector } from '../domain/programme/collector';
import type { Draft } from '../domain/story/draft';
import type { StepKind } from '../domain/framework/steps';
import { receiptKey } from '../domain/story/receipt-key';
import { Player } from '../survey/player.svelte';
import { consent } from '../i18n/en/consent';
import { spokenWords } from '../i18n/spoken-words';
import { isFilled } from '../survey/step-filled';
import type { Screen } from '../survey/visible-steps';
import { wayIn } from '../ui/signifiers/way-in.svelte';
import { DraftKeeper } from './draft-keeper.svelte';
import type { Ways } from './ways';
import { tellingWordsFor, type TellingSay } from './telling-words';
import { StoryFiles } from './ways-to-tell/story-files.svelte';
import type { WayToTell } from './ways-to-tell/ways';

const consentWords = spokenWords(consent, (language) => language.consent);

/** Why a story could not be packed; each has words and something to do. */
export type NotSent = 'nothing_told' | 'words_missing' | 'full' | 'failed';

/** Whoever filled one of these has told something; the others say who tells, and what may be done with it. */
const TOLD: readonly StepKind[] = ['story', 'title', 'signifier', 'help_me'];

/** How telling ended before anything was sent. `no` and `later` are answers to the consent. */
export type Ending = 'kept' | 'thrown' | 'change_thrown' | 'left' | 'no' | 'later';

export interface TellingDelegate {
  ways: Ways;
  device: Device;
  /** The words receipts are drawn from, loaded while the story is told. */
  receiptList(): Promise<ReceiptList>;
  /** The device's clock. */
  clock(): Date;
  ended(how: Ending, words?: string, lead?: string): void;
  /** A story that may have arrived was taken back: time to tell the server. */
  takenBack(): void;
  /** The outbox holds the story: time to send. */
  finished(storyId: string, words: readonly string[] | null): void;
}

/** One story being told: the player, the keeper of its draft, and what the frame around the steps can do. */
export class Telling {
  readonly player: Player;
  readonly collector: PublicCollector;
  readonly say: TellingSay;
  readonly #keeper: DraftKeeper;
  readonly #delegate: TellingDelegate;
  #files: StoryFiles | null = null;
  #packing = $state(false);
  #way: WayToTell | null = $state(null);
  /** Something is being recorded: its own button ends it, and there is one "Done" at a time. */
  recording = $state(false);
  #notSent: NotSent | null = $state(null);
  #askedToStop = $state(false);
  /** A call for help arrived: whatever else is thrown away, nobody is told that nothing went. Never written down. */
  #called = false;

  constructor(collector: PublicCollector, edition: Edition, draft: Draft, delegate: TellingDelegate) {
    this.collector = collector;
    this.#delegate = delegate;
    this.#keeper = new DraftKeeper(delegate.device.drafts);
    this.say = tellingWordsFor(edition.audience);
    const clerk = {
      save: (changed: Draft) => this.#keeper.save(changed),
      now: () => performance.now(),
      clock: () => delegate.clock().toISOString(),
    };
    this.player = new Player(edition, draft, clerk, collector.programme.under13);
    this.#keeper.save(draft);
    // The way of placing that the last person liked says something about them.
    if (this.shared) wayIn.forget();
  }

  get edition(): Edition {
    return this.player.edition;
  }

  /** Others use this device: it is never offered to keep a story for later. */
  get shared(): boolean {
    return this.collector.mode !== 'open';
  }

  get keeps(): Device['keeps'] {
    return this.#delegate.device.keeps;
  }

  /** Why the newest words are not written down; null while all is well. */
  get notKept(): 'full' | 'failed' | null {
    if (this.#keeper.problem === null) return null;
    return this.#keeper.problem === 'storage_full' ? 'full' : 'failed';
  }

  get packing(): boolean {
    return this.#packing;
  }

  get notSent(): NotSent | null {
    return this.#notSent;
  }

  /** Something of a story is here, and not only who tells it. */
  get begun(): boolean {
    const { draft, steps } = this.player;
    return draft.helper !== undefined || steps.some((step) => TOLD.includes(step.kind) && isFilled(step, draft));
  }

  /** The browser went where the story may not be left without being asked. */
  get askedToStop(): boolean {
    return this.#askedToStop;
  }

  askToStop(): void {
    this.#askedToStop = true;
  }

  /** Not stopped after all. */
  goOn(): void {
    this.#askedToStop = false;
  }

  /** The way to tell that lies over the story's own page; null = that page itself. */
  get way(): WayToTell | null {
    return this.#way;
  }

  openWay(way: WayToTell): void {
    if (this.player.screen.step.kind === 'story') this.#way = way;
  }

  closeWay(): void {
    this.#way = null;
  }

  /** What the ways to tell need of this device. */
  get files(): StoryFiles {
    this.#files ??= new StoryFiles(this.player, this.#delegate.device.media, this.shared);
    return this.#files;
  }

  next(): void {
    this.#notSent = null;
    if (this.#way !== null) return this.closeWay();
    if (this.player.screen.step.kind === 'check') void this.send();
    else this.#shown(this.player.next());
  }

  /** Before the first screen lies the start of the collector, where the story can be picked up again. */
  back(): void {
    this.#notSent = null;
    if (this.#way !== null) return this.closeWay();
    const screen = this.player.back();
    this.#delegate.ways.back(screen?.id ?? null);
  }

  change(stepId: string): void {
    this.#shown(this.player.change(stepId));
  }

  /** The address changed by itself (the browser's back, a reload). @returns false where it leads nowhere */
  arriveAt(screenId: string): boolean {
    this.#way = null;
    return this.player.goTo(screenId) !== undefined;
  }

  /** Asks for help at once, without a story and without anybody's consent. @returns whether it is known to have arrived */
  async callForHelp(contact: string): Promise<boolean> {
    // A part of the program that did not arrive is the same to a child as a call that did not.
    const part = await import('./call-for-help').catch(() => null);
    if (part === null) return false;
    // Nor may a key that is none leave them waiting: whatever broke, it did not go.
    const { device } = this.#delegate;
    const arrived = await part.callForHelp(device, this.collector, this.edition.audience, contact).catch(() => false);
    this.#called ||= arrived;
    return arrived;
  }

  agree(): void {
    this.player.agree();
    this.next();
  }

  /** A story that was finished before is being changed: until the change is sent, it stays as it was. */
  get amends(): boolean {
    return this.player.draft.amends !== undefined;
  }

  /** The teller's no always wins, and leaves nothing behind: nor the story they said yes to before, where this changes it. */
  async decline(how: 'no' | 'later', words: string): Promise<void> {
    if (!this.amends) {
      await this.#discard();
      // The framework's words to a no speak of a story: not where a call for help went.
      return this.#called ? this.#endedCalled(how) : this.#delegate.ended(how, words);
    }
    if (how === 'later' || !(await this.#takeBack())) return this.throwAway();
    this.#delegate.takenBack();
    // Without its words, where that part did not arrive, it ends all the same.
    const part = await import('./receipts/words').catch(() => null);
    this.#delegate.ended('left', part?.ownWords('back.done.heading'));
  }

  async throwAway(): Promise<void> {
    await this.#discard();
    if (this.amends) this.#delegate.ended('change_thrown');
    else if (this.#called) this.#endedCalled('thrown');
    else this.#delegate.ended('thrown');
  }

  #endedCalled(how: Ending): void {
    this.#delegate.ended(how, undefined, consentWords('ended_called'));
  }

  async #takeBack(): Promise<boolean> {
    const { id, collector } = this.player.draft;
    const words = await this.#wordsBefore();
    const receipt = words === null ? null : await receiptKey(words, collector);
    const taken = await this.#delegate.device.withdrawals.takeBack(id, receipt);
    if (taken.kind !== 'kept' || taken.value === 'no_receipt') return false;
    await this.#discard();
    return true;
  }

  /** Nothing was told yet, and others use this device: the start is as it was. */
  leaveNothing(): Promise<void> {
    return this.#discard();
  }

  async keepForLater(): Promise<void> {
    // A recording under way ends with its screen, and is kept with the rest.
    this.#way = null;
    await tick();
    await this.#files?.settled();
    this.player.pause();
    await this.#keeper.settled();
    this.#delegate.ended('kept');
  }

  /**
   * Packs the story: outbox, receipt and the end of the draft in one transaction of the device. Only then is it told
   * to be saved.
   */
  async send(): Promise<void> {
    if (this.#packing) return;
    this.#packing = true;
    try {
      this.#notSent = await this.#pack();
    } catch (bug) {
      // The teller is told all the same, and the button comes back.
      this.#notSent = 'failed';
      throw bug;
    } finally {
      this.#packing = false;
    }
  }

  async #pack(): Promise<NotSent | null> {
    const words = this.player.draft.amends === undefined ? await this.#newWords() : await this.#wordsBefore();
    if (words === null) return 'words_missing';
    await this.#files?.settled();
    await this.#keeper.settled();
    const told = finishing({
      draft: this.player.told,
      clock: this.#delegate.clock(),
      words,
      shared: this.shared,
      helpKey: this.collector.programme.helpKey,
    });
    return this.#packed(await this.#delegate.device.outbox.add(told));
  }

  async #newWords(): Promise<readonly string[] | null> {
    const list = await this.#delegate.receiptList();
    return list.kind === 'list' ? drawReceipt(list.words) : null;
  }

  /** A story that is changed keeps its receipt. */
  async #wordsBefore(): Promise<readonly string[] | null> {
    const receipt = await this.#delegate.device.receipts.get(this.player.draft.id);
    return receipt.kind === 'kept' ? (receipt.value?.words ?? null) : null;
  }

  async #packed(finish: Finish): Promise<NotSent | null> {
    switch (finish.kind) {
      case 'finished':
      case 'already_finished':
        await this.#keeper.stop();
        this.#delegate.finished(finish.id, finish.words);
        return null;
      case 'taken_back':
        await this.#keeper.stop();
        this.#delegate.ended('thrown');
        return null;
      case 'nothing_told':
        return 'nothing_told';
      case 'storage_full':
        return 'full';
      case 'no_consent':
      case 'storage_unavailable':
      case 'storage_blocked':
      case 'storage_failed':
        return 'failed';
    }
  }

  async #discard(): Promise<void> {
    await this.#files?.close();
    await this.#keeper.stop();
    await this.#delegate.device.drafts.discard(this.player.draft.id);
  }

  #shown(screen: Screen | undefined): void {
    if (screen !== undefined) this.#delegate.ways.show(screen.id);
  }
}
