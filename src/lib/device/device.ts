import type { Edition } from '../domain/framework/edition';
import type { FrameworkRef } from '../domain/framework/framework';
import type { Audience } from '../domain/audience';
import type { PublicCollector } from '../domain/programme/collector';
import type { Draft } from '../domain/story/draft';
import type { Unfinished } from '../domain/story/finish';
import type { PreparedStory } from './prepared-story';
import type { Kept, StorageProblem } from './kept';
import type { MediaStore } from './media';
import type { FileProgress, MediaQueue } from './media-queue';
import type { OutboxRow, OutboxState, ReceiptRow, Refusal, WithdrawalRow } from './rows';

/**
 * What a phone keeps: the port that screens and sync use. Two stores stand behind it and pass one contract suite:
 * Dexie (`openDevice`), and memory (`memoryDevice`) for a browser that keeps nothing, where telling works while online.
 */
export interface Device {
  /** `until_closed`: say so before the first word is typed. */
  readonly keeps: 'durably' | 'until_closed';
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** The files of stories, for the screens that make and play them. */
  readonly media: MediaStore;
  /** The same files on their way to the server. */
  readonly mediaQueue: MediaQueue;
  readonly receipts: Receipts;
  readonly own: Own;
  readonly withdrawals: Withdrawals;
  readonly collectors: Collectors;
  readonly meta: Meta;
  close(): void;
}

export interface Drafts {
  /** `already_finished`: a save that came late, after the story was finished; it must not bring the draft back. */
  save(draft: Draft): Promise<Kept<'saved' | 'already_finished'>>;
  /** Null when there is no such draft, or none that can be read. */
  resume(id: string): Promise<Kept<Draft | null>>;
  /** Newest first. `unreadable` drafts stay untouched and block nothing. */
  listFor(collectorCode: string): Promise<Kept<{ drafts: Draft[]; unreadable: number }>>;
  /** In one transaction with its files and the parts of a recording under way. */
  discard(id: string): Promise<Kept<void>>;
}

/**
 * A told story that is to go into the outbox. What checks and hashes it (`finishing`, in finish-story.ts) is loaded with
 * the steps; the stores, which the first screen waits for, know only this.
 */
export interface Finishing {
  /** The story's id. */
  readonly id: string;
  /** The four receipt words, drawn by `drawReceipt`. */
  readonly words: readonly string[];
  /** The story as it is stored under a number of the device. Nothing is written; asked again when the number was taken. */
  prepare(sequence: number): Promise<PreparedStory | Unfinished>;
}

export type Finish =
  | { kind: 'finished'; id: string; words: readonly string[] }
  /** Finished before, in this tab or another: the first receipt holds. `words` is null on a shared device. */
  | { kind: 'already_finished'; id: string; words: readonly string[] | null }
  /** Taken back meanwhile, in another tab: nothing is put in, and the draft is gone. */
  | { kind: 'taken_back' }
  | Unfinished
  | StorageProblem;

/** What a list of stories shows: the envelope without the story. */
export type OutboxEntry = Pick<
  OutboxRow,
  'id' | 'collector' | 'sequence' | 'state' | 'refusal' | 'finishedAt' | 'linkClosed'
>;

export interface Sendable {
  id: string;
  sequence: number;
  hash: string;
  bytes: number;
  /** The PushItem as JSON text. */
  json: string;
}

/** What became of one story in one answer. */
export type Settlement = {
  id: string;
  /** Of the words that were sent: while they travelled their teller may have changed them. Left out = those that wait. */
  hash?: string;
} & (
  | { kind: 'stored'; epoch: string; serverTime: number | null }
  | { kind: 'refused'; refusal: Refusal }
  /** No word about it: waiting again. `fault`: the server broke on it while it travelled alone. */
  | { kind: 'waiting'; fault?: true; linkClosed?: boolean }
);

export interface TakeLimits {
  /** Only stories with a greater sequence number. */
  after: number;
  stories: number;
  bytes: number;
  /** `true`: only stories the server broke on before, which travel alone; `false`: only the others. */
  faulty: boolean;
}

export interface Outbox {
  /**
   * In one transaction: the story is put in, its files wait for sending, its receipt is kept, the sequence number used
   * up, the draft deleted.
   */
  add(finishing: Finishing): Promise<Finish>;
  /** By sequence, newest first. `unreadable` rows stay untouched and block nothing. */
  list(): Promise<Kept<{ entries: OutboxEntry[]; unreadable: number }>>;
  count(): Promise<Kept<Record<OutboxState, number>>>;
  /** Calls back now and after every change, from any tab or the service worker, until the returned function is called. */
  watch(id: string, listener: (entry: OutboxEntry | null) => void): () => void;
  watchCount(listener: (count: Record<OutboxState, number>) => void): () => void;
  /** Lets a refused story be offered again, when a person asks for it. */
  tryAgain(id: string): Promise<Kept<void>>;

  /** Codes of the collectors that have waiting stories. Stories left `sending` by a killed pass are waiting again. */
  beginPass(): Promise<Kept<string[]>>;
  /** The next waiting stories of a collector in order of sequence, now `sending`. A single one may exceed `bytes`. */
  take(collectorCode: string, limits: TakeLimits): Promise<Kept<Sendable[]>>;
  /** Whether all of these are still to be sent as they were taken: none was taken back or changed since. */
  stillSending(stories: readonly Pick<Sendable, 'id' | 'hash'>[]): Promise<Kept<boolean>>;
  settle(settlements: readonly Settlement[]): Promise<Kept<void>>;
  /** The server was restored: every story whose body is still here and that another epoch stored waits again. */
  offerAgain(epoch: string): Promise<Kept<number>>;
  /** Deletes bodies stored longer ago than they are kept, by the server's clock. @returns how many */
  dropOldBodies(serverTime: number): Promise<Kept<number>>;
}

/** How long a stored story's bytes stay, so that they can be offered again after the server was restored from a backup. */
export const KEEP_STORED_DAYS = 7;

export type Receipt = ReceiptRow;

export interface Receipts {
  /** Newest first. */
  list(): Promise<Kept<{ receipts: Receipt[]; unreadable: number }>>;
  get(id: string): Promise<Kept<Receipt | null>>;
  /**
   * Takes everything of a story off this device, its files too. Refused while the story or one of its files has not
   * arrived, and was not taken back: it would be lost.
   */
  forget(id: string): Promise<Kept<'forgotten' | 'not_arrived'>>;
}

/** A story of this device's owner; on a device that others use there are none. */
export interface OwnStory {
  id: string;
  collector: string;
  sequence: number;
  finishedAt: number;
  words: readonly string[];
  /** Null: the outbox knows nothing of it any more. */
  state: OutboxState | null;
  refusal: Refusal | null;
  /** It waits for a link that takes nothing any more; left out = not so. */
  linkClosed?: boolean;
  /** Of its voice, drawings and photos. */
  files: FileProgress;
  /** A child's story, or one of which it is not known, is shown only where somebody said so. */
  shown: boolean;
  /** What was told is kept here. */
  kept: boolean;
}

/** What a teller wishes for their own stories on their own device. */
export interface Own {
  /** Newest first, whether shown or not. */
  list(): Promise<Kept<OwnStory[]>>;
  show(id: string, shown: boolean): Promise<Kept<void>>;
  /** Keeps what was told. `gone`: its bytes are no longer on this device, or its teller has said No. */
  keepWords(id: string): Promise<Kept<'kept' | 'gone'>>;
  /**
   * The teller's No: what was kept goes, and so does all that the server has. What has not arrived leaves first, and a
   * restored server is offered nothing of it.
   */
  dropWords(id: string): Promise<Kept<void>>;
  /** The kept PushItem as JSON text. */
  words(id: string): Promise<Kept<string | null>>;
  /**
   * The PushItem as JSON text while it is here at all, kept or only waiting: to say by which ways it was told, never what.
   * Null on a device that others use and after a No.
   */
  told(id: string): Promise<Kept<string | null>>;
}

/** What My stories says of a story that was taken back here. */
export type TakenBack = Pick<WithdrawalRow, 'id' | 'collector' | 'sequence' | 'finishedAt' | 'state' | 'shown'>;

export interface Withdrawals {
  /**
   * Takes a story back: all that is here of it goes at once, and it is never sent again. `queued`: it may have left this
   * device, so that the server is told, as soon as it can be. `no_receipt`: neither the words nor the bytes are here any
   * more, and nothing was done.
   * @param receipt `receiptKey` of the four words; null = as it stands in the bytes that wait
   */
  takeBack(id: string, receipt: string | null): Promise<Kept<'deleted' | 'queued' | 'no_receipt'>>;
  /**
   * Takes back a story that may have been told anywhere, by the key of its receipt alone. One that still waits on this device
   * goes as by `takeBack`; any other stands in no list here. A second asking changes nothing.
   * @param id a new number, of this row and of no story
   */
  takeBackByReceipt(id: string, asked: { collector: string; receipt: string }): Promise<Kept<void>>;
  /** Of which the server has to be told. */
  waiting(): Promise<Kept<{ id: string; collector: string; receipt: string }[]>>;
  /** The server knows. */
  done(id: string): Promise<Kept<void>>;
  /** Newest first. */
  list(): Promise<Kept<TakenBack[]>>;
  /** Off the list, once the server knows. */
  forget(id: string): Promise<Kept<void>>;
}

export interface KnownCollector {
  collector: PublicCollector;
  token: string | null;
}

export interface Collectors {
  /** After an exchange. Also when a known collector is opened again, so that it comes first in the list. */
  keep(collector: PublicCollector, token: string): Promise<Kept<void>>;
  get(code: string): Promise<Kept<KnownCollector | null>>;
  /** Last used first. */
  list(): Promise<Kept<PublicCollector[]>>;
  /** The server no longer takes this token; the collector and everything waiting for it stay. */
  forgetToken(code: string, token: string): Promise<Kept<void>>;
  keepEdition(edition: Edition, locale: string): Promise<Kept<void>>;
  edition(framework: FrameworkRef, audience: Audience, locale: string): Promise<Kept<Edition | null>>;
}

/** What is sent; left out: stories. */
export type Sent = 'stories' | 'files';

export interface Meta {
  /** Random, made once; says nothing about its holder. */
  deviceId(): Promise<Kept<string>>;
  /**
   * Milliseconds for which nothing is to be sent, because the server asked for it; 0 = none. Stories and files are asked
   * apart: patience with a large file must not hold up a story.
   */
  quietFor(now: number, what?: Sent): Promise<Kept<number>>;
  keepQuiet(now: number, milliseconds: number, what?: Sent): Promise<Kept<void>>;
  /**
   * For browsers without Web Locks: true when `owner` now holds the lease. Best effort only, since two that hold it send
   * the same stories twice, which is harmless.
   */
  takeLease(owner: string, now: number, milliseconds: number): Promise<Kept<boolean>>;
  releaseLease(owner: string): Promise<Kept<void>>;
}
