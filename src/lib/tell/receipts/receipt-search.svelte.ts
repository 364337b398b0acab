import { readCode } from '../../domain/programme/collector-code';
import { RECEIPT_WORD_COUNT } from '../../domain/story/receipt';
import { receiptKey } from '../../domain/story/receipt-key';
import { readReceiptLink, readWords } from '../../domain/story/receipt-link';
import type { Sharing } from '../../domain/story/sharing';
import type { ReceiptList } from '../../device/receipt-words';
import type { Answer } from '../../protocol/client/call-api';
import type { lookUpReceipt, lowerSharing, withdrawStory } from '../../protocol/client/receipts';
import type { ReceiptRequest, ReceiptResponse } from '../../protocol/receipts';

export type FoundStory = NonNullable<ReceiptResponse['story']>;

/** What is wrong with what was typed, or with the way there. Nothing has changed in any of these cases. */
export type Complaint =
  | { kind: 'busy' | 'offline' | 'server' }
  | {
      kind: 'typed';
      /** `wrong`: none there can be. */
      code: 'missing' | 'wrong' | null;
      /** Which words are missing, counted from 0. */
      missing: readonly number[];
      /** Not on the list the words of all receipts come from. */
      unknown: readonly string[];
      /** The fields to be mended, counted from 0: nothing is in them, or a word that is unknown. */
      fields: readonly number[];
    };

export type SearchStage =
  | { kind: 'asking' }
  | { kind: 'found'; story: FoundStory }
  | { kind: 'none' }
  /** Nobody answered, so nobody knows whether there is one. */
  | { kind: 'unheard' }
  /** Taken back on this device; the server is told as soon as it can be. `seen`: there is such a story. */
  | { kind: 'waiting'; seen: boolean }
  | { kind: 'taken_back' }
  /** The server knows what is to be taken back; nobody has seen that there is such a story, and a word may be wrong. */
  | { kind: 'noted' };

export interface SearchDelegate {
  look: typeof lookUpReceipt;
  lower: typeof lowerSharing;
  withdraw: typeof withdrawStory;
  /** Keeps on this device that a story is taken back, and sends it. @returns false where nothing can be kept here */
  keep(asked: ReceiptRequest): Promise<boolean>;
  /** Whether it was taken back on this device and the server does not know it yet; null where the device does not say. */
  waits(asked: ReceiptRequest): Promise<boolean | null>;
  /** The list is only a help with spelling: without it every word is believed. */
  list(): Promise<ReceiptList>;
}

/** How many words are offered while one is typed. */
const OFFERED = 6;

/**
 * Finds a story by its collector's code and four words. The words are never stored and never leave the device: what is
 * sent, and what is kept while a story that is taken back waits for a network, is their slow key.
 *
 *   asking ──look──▶ found ───take back──▶ taken_back
 *     ▲  ├─────────▶ none ────take back──▶ noted
 *     │  └─────────▶ unheard ─take back──▶ noted       from each, where nobody answers: waiting ──told──▶ the same
 *     │                                                also for whoever looks for one that waits here
 *     └──── again ─────┘
 */
export class ReceiptSearch {
  code = $state('');
  words: string[] = $state(Array.from({ length: RECEIPT_WORD_COUNT }, () => ''));
  readonly #delegate: SearchDelegate;
  #stage: SearchStage = $state.raw({ kind: 'asking' });
  #complaint: Complaint | null = $state.raw(null);
  #busy = $state(false);
  #list: readonly string[] | null = $state.raw(null);
  /** What was looked for last: the fields may say something else by now. */
  #found: ReceiptRequest = { code: '', receipt: '' };
  /** What waits here, for as long as its screen is shown, and what is said once it is told. */
  #waiting: { readonly asked: ReceiptRequest; readonly told: 'taken_back' | 'noted' } | null = null;

  constructor(delegate: SearchDelegate) {
    this.#delegate = delegate;
  }

  get stage(): SearchStage {
    return this.#stage;
  }

  get complaint(): Complaint | null {
    return this.#complaint;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** What a scanned card brought behind the `#`. @returns false where that is no receipt */
  receive(fragment: string): boolean {
    const card = readReceiptLink(fragment);
    if (card === null) return false;
    this.code = card.code;
    this.words = [...card.words];
    return true;
  }

  async prepare(): Promise<void> {
    const list = await this.#delegate.list();
    if (list.kind === 'list') this.#list = list.words;
  }

  /** Several words at once, pasted or spoken into one field, go on into the next. @returns the field to go on in */
  write(index: number, typed: string): number {
    const several = readWords(typed);
    if (several.length < 2) {
      this.words[index] = typed;
      return index;
    }
    const room = several.slice(0, RECEIPT_WORD_COUNT - index);
    room.forEach((word, offset) => (this.words[index + offset] = word));
    return Math.min(index + room.length, RECEIPT_WORD_COUNT - 1);
  }

  /** Words that begin like what was typed. */
  offersFor(typed: string): readonly string[] {
    const begin = typed.trim().toLowerCase();
    if (begin.length < 2 || this.#list === null) return [];
    return this.#list.filter((word) => word.startsWith(begin) && word !== begin).slice(0, OFFERED);
  }

  async look(): Promise<void> {
    const asked = this.#asked();
    if (asked === null || this.#busy) return;
    await this.#doing(async () => {
      const found = { code: asked.code, receipt: await receiptKey(asked.words, asked.code) };
      this.#found = found;
      const [waiting, answer] = await Promise.all([this.#delegate.waits(found), this.#delegate.look(found)]);
      if (waiting !== true) return this.#show(answer);
      this.#end('waiting');
      // It may have been told while the answer was on its way.
      await this.passed();
    });
  }

  async lower(sharing: Sharing): Promise<void> {
    await this.#doing(async () => this.#show(await this.#delegate.lower({ ...this.#found, sharing })));
  }

  async takeBack(): Promise<void> {
    await this.#doing(async () => {
      const answer = await this.#delegate.withdraw(this.#found, null);
      if (answer.kind === 'answered') return this.#end(this.#whenTold);
      const complaint = complaintOf(answer);
      if (complaint.kind !== 'busy' && (await this.#delegate.keep(this.#found))) this.#end('waiting');
      else this.#complaint = complaint;
    });
  }

  /** Something that was kept here may have been told. */
  async passed(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === null || (await this.#delegate.waits(waiting.asked)) !== false) return;
    if (this.#stage.kind !== 'waiting') return;
    this.#end(waiting.told);
  }

  /**
   * The browser says that there is a line again, which is no proof. What was looked for is asked for once more: that shows,
   * and changes nothing. What could not be changed is not tried again by itself, only the complaint goes.
   */
  async lineIsBack(): Promise<void> {
    if (this.#complaint?.kind !== 'offline' || this.#busy) return;
    if (this.#stage.kind === 'unheard') await this.look();
    else this.#complaint = null;
  }

  /** Words that found nothing stay, to be mended; those that found a story are for nobody who comes after. */
  again(): void {
    if (this.#stage.kind === 'found') this.#forgetWords();
    this.#complaint = null;
    this.#stage = { kind: 'asking' };
  }

  #asked(): { code: string; words: string[] } | null {
    const code = readCode(this.code);
    const words = this.words.flatMap(readWords);
    const isUnknown = (word: string) => this.#list !== null && !this.#list.includes(word);
    const unknown = words.filter(isUnknown);
    const missing = this.#fieldsWith((inIt) => inIt.length === 0);
    if (code !== null && missing.length === 0 && unknown.length === 0) return { code, words };
    this.#complaint = {
      kind: 'typed',
      code: code !== null ? null : this.code.trim() === '' ? 'missing' : 'wrong',
      missing,
      unknown,
      fields: this.#fieldsWith((inIt) => inIt.length === 0 || inIt.some(isUnknown)),
    };
    return null;
  }

  #fieldsWith(isSo: (words: readonly string[]) => boolean): number[] {
    return this.words.flatMap((word, index) => (isSo(readWords(word)) ? index : []));
  }

  #show(answer: Answer<ReceiptResponse>): void {
    if (answer.kind !== 'answered') this.#unheard(complaintOf(answer));
    else if (answer.value.story === null) this.#stage = { kind: 'none' };
    else this.#stage = { kind: 'found', story: answer.value.story };
  }

  #unheard(complaint: Complaint): void {
    this.#complaint = complaint;
    if (complaint.kind !== 'busy' && this.#stage.kind === 'asking') this.#stage = { kind: 'unheard' };
  }

  /** What the server answers is the same for words that no story has: they may belong to one that is still on its way. */
  get #whenTold(): 'taken_back' | 'noted' {
    return this.#stage.kind === 'found' ? 'taken_back' : 'noted';
  }

  /** The words are of no use here any more, and are not left in the fields for the next person. */
  #end(kind: 'waiting' | 'taken_back' | 'noted'): void {
    this.#waiting = kind === 'waiting' ? { asked: this.#found, told: this.#whenTold } : null;
    this.#forgetWords();
    this.#stage = kind === 'waiting' ? { kind, seen: this.#waiting?.told === 'taken_back' } : { kind };
  }

  #forgetWords(): void {
    this.code = '';
    this.words = this.words.map(() => '');
    this.#found = { code: '', receipt: '' };
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#complaint = null;
    try {
      await work();
    } finally {
      this.#busy = false;
    }
  }
}

export function complaintOf(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): Complaint {
  if (answer.kind === 'refused') return { kind: answer.problem.kind === 'too_many_tries' ? 'busy' : 'server' };
  if (answer.kind === 'not_understood' && answer.status >= 500) return { kind: 'server' };
  return { kind: 'offline' };
}
