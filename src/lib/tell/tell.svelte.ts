import type { Component, Snippet } from 'svelte';
import type { Device, OutboxEntry } from '../device/device';
import type { Draft } from '../domain/story/draft';
import type { Audience } from '../domain/audience';
import type { PublicCollector } from '../domain/programme/collector';
import { readCode } from '../domain/programme/collector-code';
import type { ExchangeResponse } from '../protocol/exchange';
import type { OfferedLanguage } from '../domain/programme/public-programme';
import type { ReadIn } from '../protocol/client/fetch-edition';
import type { FirstLook } from './first-look';
import type { LanguageChoice } from './language-choice.svelte';
import { OWN, type Reading } from './own-reading';
import type { Person } from './people';
import type { Ending, Telling } from './telling.svelte';
import type { Trouble } from './trouble';
import type { Thanks } from './thanks.svelte';
import type { Ways } from './ways';

/** What is loaded only after the first screen can be used: the device's stores, the steps and their controls. */
export interface Room {
  readonly device: Device;
  /** The whole answer to an exchange; null when it is not one. */
  read(answer: string): ExchangeResponse | null;
  /** Questions from the device or the server, a new or found draft, and a story to tell. */
  begin(
    collector: PublicCollector,
    who: Beginning,
    reading: Reading,
  ): Promise<{ kind: 'telling'; telling: Telling; view: TellingView } | TroubleFound>;
  /** All questions of a collector onto the device, so that the network may go. */
  keepQuestions(collector: PublicCollector, readIn: ReadIn): Promise<void>;
  /** The receipt of a finished story; null where this device knows nothing of it. `told`: its words, if told on this page. */
  thanks(
    storyId: string,
    collector: PublicCollector,
    readIn: ReadIn,
    audience: string | null,
    told: readonly string[] | null,
  ): Promise<{ thanks: Thanks; view: Component<{ thanks: Thanks; ondone: () => void; language: Snippet }> } | null>;
  /** Null when the server has refused nothing that was told here. */
  notTaken(collector: PublicCollector): Promise<NotTaken | null>;
  /** The way to My stories; null where there are none, or others use this device. */
  mine(collector: PublicCollector): Promise<Component | null>;
}

/** Stories of one collector that the server said no to, and what shows them; loaded only where there are any. */
export interface NotTaken {
  readonly stories: readonly OutboxEntry[];
  readonly view: Component<{ stories: readonly OutboxEntry[] }>;
}

/** The page of the steps, loaded with them. */
export type TellingView = Component<{ telling: Telling }>;

export type Beginning = { kind: 'new'; person: Person } | { kind: 'draft'; draft: Draft };
export interface TroubleFound {
  kind: 'trouble';
  trouble: Trouble;
}

export interface RoomDelegate {
  ways: Ways;
  /** @param lead what is to be said under it instead of the usual */
  ended(how: Ending, words?: string, lead?: string): void;
  finished(storyId: string, words: readonly string[] | null): void;
}

export interface TellDelegate {
  ways: Ways;
  /** An own device speaks another language than English. */
  speaksAnother(): boolean;
  /** Loaded only where there is something to choose, or something was chosen. */
  languages(): Promise<LanguageChoice>;
  look(code: string): Promise<FirstLook>;
  room(delegate: RoomDelegate): Promise<Room>;
  /** A service worker serves this page: it was open before, so what the device knows comes first. */
  wasHere(): boolean;
  /** Whom this link asked for when it was open here last; empty where that is not known. */
  askedLast(code: string): readonly Audience[];
  rememberAsked(code: string, audiences: readonly Audience[]): void;
}

export type Stage =
  | { kind: 'opening' }
  | { kind: 'start' }
  | { kind: 'telling'; telling: Telling; view: TellingView }
  /** `whose`: whom it was told as; help is named in their words. */
  | {
      kind: 'ended';
      how: Ending;
      words?: string | undefined;
      lead?: string | undefined;
      whose?: readonly Audience[] | undefined;
    }
  /** In the outbox; its receipt has an address of its own. */
  | { kind: 'sent' }
  | TroubleFound;

/**
 * Opens a collector and says which page of Tell is shown.
 *
 *   opening ──▶ start ──▶ telling ──▶ ended        trouble: from opening and start
 *      └─(reload at a step, draft here)─▲  └──▶ (thanks: an address of its own)
 */
export class Tell {
  readonly code: string;
  readonly #delegate: TellDelegate;
  #stage: Stage = $state.raw({ kind: 'opening' });
  #collector: PublicCollector | null = $state.raw(null);
  #offered: readonly Audience[] = $state.raw([]);
  #language: LanguageChoice | null = $state.raw(null);
  #found: Draft | null = $state.raw(null);
  #notTaken: NotTaken | null = $state.raw(null);
  #mine: Component | null = $state.raw(null);
  #room: Promise<Room | null> | null = null;
  #keeps: Device['keeps'] | null = $state(null);
  #busy = $state(false);
  #letIn: () => void = () => undefined;
  /** Settled when it is known whether a story can be begun: by the device, or else by the server. Not before it is opened. */
  #ready = new Promise<void>((letIn) => (this.#letIn = letIn));
  #words: { id: string; words: readonly string[] } | null = null;

  constructor(code: string, delegate: TellDelegate) {
    this.code = readCode(code) ?? code;
    this.#delegate = delegate;
  }

  /** Null where there is English and nothing else. */
  get language(): LanguageChoice | null {
    return this.#language;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Whose wording the collector offers; known before the collector itself. */
  get offered(): readonly Audience[] {
    return this.#collector?.audiences ?? this.#offered;
  }

  /** Null until the parts that read it are loaded. */
  get collector(): PublicCollector | null {
    return this.#collector;
  }

  /** A story is being told or has just been packed: until it is done, no new version of the program takes over. */
  get underWay(): boolean {
    return this.#stage.kind === 'telling' || this.#stage.kind === 'sent';
  }

  /** The newest unfinished story of this collector on this device. */
  get found(): Draft | null {
    return this.#found;
  }

  /** What was told here and refused: said on the first screen as long as it is so. */
  get notTaken(): NotTaken | null {
    return this.#notTaken;
  }

  /** The way to My stories, where it leads to any. */
  get mine(): Component | null {
    return this.#mine;
  }

  /** Null until it is known; `until_closed` is said before the first word is typed. */
  get keeps(): Device['keeps'] | null {
    return this.#keeps;
  }

  /** Something was chosen and is being opened. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Where it was open before, the cards are in the page's first picture: they wait for neither its layout nor its focus. */
  showAtOnce(): void {
    if (this.#delegate.wasHere() && !this.#delegate.speaksAnother()) this.#cardsAsLast();
  }

  /** The cards are the same as last time until somebody says otherwise: they need nothing of the device's store. */
  #cardsAsLast(): void {
    const asked = this.#delegate.askedLast(this.code);
    if (asked.length === 0) return;
    this.#offered = asked;
    this.#stage = { kind: 'start' };
  }

  open(step: string | null): Promise<void> {
    const early = this.#letIn;
    this.#ready = new Promise((letIn) => (this.#letIn = letIn));
    // Cards that were there before this is opened may have been pressed.
    void this.#ready.then(early);
    return this.#open(step, this.#letIn).finally(this.#letIn);
  }

  async #open(step: string | null, ready: () => void): Promise<void> {
    if (readCode(this.code) === null) return this.#fail('unknown_code');
    if (this.#delegate.speaksAnother()) await (await this.#languages())?.recall();
    if (step === null) this.#cardsAsLast();
    // The device first where it can know something; the light way first where it cannot, or does not answer.
    const known = (this.#delegate.wasHere() || step !== null) && (await this.#openFromDevice(step));
    // A network that does not answer holds up nobody whose link is known here.
    if (known) ready();
    await this.#openFromServer(step, known);
  }

  /** The browser went to an address by itself. */
  async arrive(step: string | null): Promise<void> {
    const stage = this.#stage;
    if (stage.kind === 'opening' || stage.kind === 'trouble') return;
    if (step === null) return this.#toStart();
    if (stage.kind === 'telling') {
      if (!stage.telling.arriveAt(step)) this.#delegate.ways.show(stage.telling.player.screen.id, { replace: true });
    } else if (this.#found !== null) await this.#resume(this.#found, step);
    else this.#toStart({ replace: true });
  }

  async begin(person: Person): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const found = this.#found;
    // Pressed before the rest of the program was here: it is on its way.
    await this.#ready;
    const room = await this.#roomOrTrouble();
    this.#busy = false;
    // A story that was found meanwhile is offered first: it is thrown away only by somebody who knows of it.
    if (room === null || this.#found !== found) return;
    if (found !== null) await room.device.drafts.discard(found.id);
    this.#found = null;
    await this.#tell({ kind: 'new', person }, null);
  }

  async goOn(): Promise<void> {
    if (this.#found !== null) await this.#resume(this.#found, null);
  }

  /** The receipt of a story told here; null where this device knows nothing of it. */
  async thanks(storyId: string, audience: string | null) {
    if (this.#collector === null) await this.#openFromDevice(null);
    const room = await this.#loadRoom();
    if (this.#collector === null || room === null) return null;
    // Opened by its own address: what begins afterwards waits for nothing.
    this.#letIn();
    // On a shared device the four words are nowhere but here.
    const told = this.#words?.id === storyId ? this.#words.words : null;
    this.#stage = { kind: 'sent' };
    return room.thanks(storyId, this.#collector, this.#reading, audience, told);
  }

  /** Another language, and with it its questions: a story that is under way here goes on in it. */
  async speak(locale: string): Promise<void> {
    if (await this.#language?.choose(locale)) await this.prepare();
  }

  /** Called when nothing else needs the network: what the next screens need. */
  async prepare(): Promise<void> {
    const room = await this.#loadRoom();
    if (this.#collector !== null) await room?.keepQuestions(this.#collector, this.#reading);
  }

  /** Stopped on the first screen: nothing was told, nothing is kept. */
  leave(): void {
    this.#stage = { kind: 'ended', how: 'left' };
  }

  /** Done with the receipt: the start again, for the next story. */
  done(): void {
    this.#words = null;
    this.#delegate.ways.show(null, { replace: true });
    void this.again();
  }

  async again(): Promise<void> {
    await this.#language?.reset();
    if (this.#collector === null) await this.open(null);
    else await this.#settle(null, true);
  }

  async #openFromDevice(step: string | null): Promise<boolean> {
    const room = await this.#loadRoom();
    const known = await room?.device.collectors.get(this.code);
    if (known?.kind !== 'kept' || known.value === null) return false;
    await this.#know(known.value.collector);
    await this.#settle(step);
    return true;
  }

  async #openFromServer(step: string | null, known: boolean): Promise<void> {
    const look = await this.#delegate.look(this.code);
    if (look.kind !== 'seen') {
      const trouble = look.kind === 'refused' ? look.trouble : 'no_network';
      // The first visit's light way failed: the device may still know the collector.
      const here = known || (trouble !== 'unknown_code' && (await this.#openFromDevice(step)));
      // What is being told goes on, and what is here can be told without us: the server decides when it arrives.
      const final = trouble === 'unknown_code' || trouble === 'collector_closed';
      if (!here || (final && this.#stage.kind !== 'telling')) this.#fail(trouble);
      return;
    }
    await this.#offer(look.languages, look.shared);
    this.#offered = look.audiences;
    if (this.#stage.kind === 'opening' && step === null) this.#stage = { kind: 'start' };
    await this.#believe(look.answer);
    if (!known && this.#collector !== null) await this.#settle(step);
  }

  /** The collector and its token, read with their schema and kept. */
  async #believe(answer: string): Promise<void> {
    const room = await this.#roomOrTrouble();
    if (room === null) return;
    const exchanged = room.read(answer);
    if (exchanged === null) return this.#fail('server');
    await this.#know(exchanged.collector);
    await room.device.collectors.keep(exchanged.collector, exchanged.token);
  }

  async #know(collector: PublicCollector): Promise<void> {
    await this.#offer(collector.programme.languages ?? [], collector.mode !== 'open');
    this.#collector = collector;
    this.#delegate.rememberAsked(this.code, collector.audiences);
  }

  async #offer(languages: readonly OfferedLanguage[], shared: boolean): Promise<void> {
    if (languages.length > 0 || this.#language !== null) await (await this.#languages())?.offer(languages, shared);
  }

  /** Null when they could not be loaded: then it is English, and the next try loads them anew. */
  async #languages(): Promise<LanguageChoice | null> {
    this.#language ??= await this.#delegate.languages().catch(() => null);
    return this.#language;
  }

  /**
   * Looks for an unfinished story; at a step's address it is gone on with at once, otherwise it is offered. Who has stopped
   * meanwhile stays where they are, unless they begin `anew`.
   */
  async #settle(step: string | null, anew = false): Promise<void> {
    const collector = this.#collector;
    const room = await this.#loadRoom();
    if (collector === null || this.#stage.kind === 'telling' || (this.#stage.kind === 'ended' && !anew)) return;
    if (room !== null) this.#found = await this.#findDraft(room, collector);
    if (step !== null && this.#found !== null) await this.#resume(this.#found, step);
    else if (step !== null) this.#toStart({ replace: true });
    else this.#stage = { kind: 'start' };
    this.#notTaken = (await room?.notTaken(collector)) ?? null;
    this.#mine = (await room?.mine(collector)) ?? null;
  }

  /** On a device that others use, somebody's unfinished story is never offered to the next. */
  async #findDraft(room: Room, collector: PublicCollector): Promise<Draft | null> {
    const listed = await room.device.drafts.listFor(collector.code);
    if (listed.kind !== 'kept') return null;
    if (collector.mode === 'open') return listed.value.drafts[0] ?? null;
    for (const draft of listed.value.drafts) await room.device.drafts.discard(draft.id);
    return null;
  }

  async #resume(draft: Draft, step: string | null): Promise<void> {
    await this.#tell({ kind: 'draft', draft }, step);
  }

  async #tell(beginning: Beginning, step: string | null): Promise<void> {
    const collector = this.#collector;
    if (collector === null || this.#busy) return;
    this.#busy = true;
    const room = await this.#roomOrTrouble();
    const begun = await room?.begin(collector, beginning, this.#reading);
    this.#busy = false;
    if (begun === undefined) return;
    if (begun.kind === 'trouble') return this.#fail(begun.trouble);
    const { telling } = begun;
    const there = step !== null && telling.arriveAt(step);
    this.#stage = begun;
    if (!there) this.#delegate.ways.show(telling.player.screen.id, { replace: step !== null });
  }

  get #reading(): Reading {
    return this.#language?.reading ?? OWN;
  }

  #toStart(how?: { replace: boolean }): void {
    if (this.#collector === null) return;
    // Who goes back from a receipt is done with it: on a device that others use, going forward again is somebody else's.
    this.#words = null;
    if (this.#stage.kind === 'telling') {
      const { telling } = this.#stage;
      if (!telling.shared) {
        telling.player.pause();
        this.#found = telling.player.draft;
      } else if (telling.begun) {
        // The next person begins there, and must find nothing of this one: they are asked whether they want to stop.
        telling.askToStop();
        return this.#delegate.ways.show(telling.player.screen.id);
      } else void telling.leaveNothing();
    }
    this.#stage = { kind: 'start' };
    if (how !== undefined) this.#delegate.ways.show(null, how);
  }

  #fail(trouble: Trouble): void {
    this.#stage = { kind: 'trouble', trouble };
  }

  async #roomOrTrouble(): Promise<Room | null> {
    const room = await this.#loadRoom();
    if (room === null) this.#fail('page');
    return room;
  }

  /** Null when a part of the program could not be loaded; the next try loads it anew. */
  #loadRoom(): Promise<Room | null> {
    this.#room ??= this.#delegate
      .room({
        ways: this.#delegate.ways,
        ended: (...end) => this.#ended(...end),
        finished: (id, words) => this.#finished(id, words),
      })
      .then(
        (room) => {
          this.#keeps = room.device.keeps;
          return room;
        },
        () => {
          this.#room = null;
          return null;
        },
      );
    return this.#room;
  }

  #ended(how: Ending, words?: string, lead?: string): void {
    this.#found = null;
    const whose = this.#stage.kind === 'telling' ? [this.#stage.telling.edition.audience] : undefined;
    this.#stage = { kind: 'ended', how, words, lead, whose };
    this.#delegate.ways.show(null, { replace: true });
  }

  #finished(id: string, words: readonly string[] | null): void {
    const audience = this.#stage.kind === 'telling' ? this.#stage.telling.edition.audience : '';
    this.#words = words === null ? null : { id, words };
    this.#found = null;
    this.#stage = { kind: 'sent' };
    this.#delegate.ways.thanks(id, audience);
  }
}
