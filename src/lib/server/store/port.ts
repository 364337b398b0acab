import type { Audience } from '../../domain/audience';
import type { Framework, FrameworkRef } from '../../domain/framework/framework';
import type { Collector } from '../../domain/programme/collector';
import type { PatternName } from '../../domain/programme/pattern-name';
import type { Programme } from '../../domain/programme/programme';
import type { Region } from '../../domain/programme/region';
import type { StaffRole } from '../../domain/programme/staff-role';
import type { SentHelp } from '../../domain/story/draft';
import type { MediaRef } from '../../domain/story/media-ref';
import type { Sealed } from '../../domain/story/sealed';
import type { Sharing, Story } from '../../domain/story/story';
import type { Outcome } from '../../protocol/push';

/** A story that has been parsed, hashed and allowed; the store only decides `stored`, `already` or conflict. */
export interface AcceptedStory {
  readonly story: Story;
  readonly hash: string;
  /** The canonical JSON that was hashed, which is what is kept; left out = made when it is stored. */
  readonly body?: string;
  readonly receipt: string | null;
  readonly help: SentHelp | null;
  /** When it arrived elsewhere (imports, synthetic programmes); left out = with its batch. */
  readonly receivedAt?: Date;
}

export type ReadingState = 'unread' | 'clear' | 'concern';

/** A story as the server keeps it. */
export interface StoredStory {
  /** Counts up over the stories of a programme in the order of their commits, with gaps. */
  readonly serial: number;
  /** The newest revision, with its sharing as the teller lowered it since. */
  readonly story: Story;
  readonly receivedAt: Date;
  /** When the newest revision came in the place of an earlier one. */
  readonly amendedAt: Date | null;
  readonly reading: ReadingState;
  /** Taken back while a concern was open: a copy that `story()` and `queue()` show to the safeguarding role only. */
  readonly withdrawn: boolean;
  /** Kept apart from the story and joined to it by `story()` and `queue()` only; null everywhere else. */
  readonly help: SentHelp | null;
}

/** Somebody who asked for help without telling a story. */
export interface HelpCall {
  readonly id: string;
  readonly at: Date;
  readonly audience: Audience;
  readonly sealed: Sealed;
}

/** A call for help that somebody has ended. */
export interface AnsweredHelpCall extends Pick<HelpCall, 'id' | 'at' | 'audience'> {
  readonly answeredAt: Date;
  readonly answeredBy: string;
  /** What was done, sealed to the safeguarding role; null of calls that ended before notes were asked for. */
  readonly note: Sealed | null;
}

/** Where a list of answered calls goes on: next to one of them, which is not given again. */
export interface AnsweredFrom {
  readonly side: 'older' | 'newer';
  /** The id of that call. */
  readonly than: string;
}

/** A file of stories that has arrived: verified, named by the SHA-256 of its bytes, which lie behind the media port. */
export interface StoredFile {
  readonly programme: string;
  readonly sha256: string;
  readonly kind: MediaRef['kind'];
  /** As its bytes show, not as somebody said. */
  readonly mime: string;
  readonly bytes: number;
  /** The code of the collector that sent it first. */
  readonly collector: string;
  readonly receivedAt: Date;
}

/** What a receipt finds: never words, never a concern. */
export interface ReceiptFound {
  readonly id: string;
  readonly receivedAt: Date;
  /** Somebody has read the newest revision, whatever they made of it. */
  readonly read: boolean;
  /** What may be done with the words now. */
  readonly sharing: Sharing;
}

/**
 * The time as this installation has counted it: a clock that jumps makes nothing old. Arithmetic and meaning:
 * `retention/calendar.ts`.
 */
export interface Calendar {
  /** As far as was counted. */
  readonly today: Date;
  /** What the clock said when it was last looked at. */
  readonly clock: Date;
  /** For how long it has gone on since without a jump. */
  readonly steadyMs: number;
  /** By programme, oldest first. */
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
}

/** On that day the stories of a programme had come as far as this serial. */
export interface Mark {
  readonly on: Date;
  readonly serial: number;
  /** Nothing of the programme is older, whatever is written beside it: it began then, or its dates are not believed. */
  readonly founding?: true | undefined;
}

/** The programme's months of keeping are over, or it was closed. */
export type ErasedWhy = 'retention' | 'closure';

export interface Erased {
  readonly erased: readonly string[];
  /** Those of which a copy stays while a concern is open. */
  readonly restricted: readonly string[];
}

/** A trained person's check of a story, as it is kept. */
export interface Reading {
  readonly at: Date;
  readonly reader: string;
  readonly outcome: 'clear' | 'concern';
  readonly note: string | null;
}

export interface AuditEntry {
  readonly at: Date;
  /** User id, `cli`, `system`. */
  readonly actor: string;
  /** `story.clear`, `export.csv`, `invitation.made`, ... */
  readonly action: string;
  readonly programme: string | null;
  readonly subject: string | null;
}

export interface Invitation {
  readonly tokenHash: string;
  readonly programme: string;
  readonly roles: readonly StaffRole[];
  readonly expiresAt: Date;
}

/** What was released for a quarter to people who see aggregates only. Frozen: the same quarter is the same bytes. */
export interface Release {
  readonly programme: string;
  /** `2026-Q4`: holds what was received before its first day. */
  readonly quarter: string;
  /** The newest story there was; with the quarter it says which stories the release counts. */
  readonly lastSerial: number;
  readonly madeAt: Date;
  /** SHA-256 of the body. */
  readonly hash: string;
  /** Canonical JSON of the released tables (`protocol/release.ts`). */
  readonly body: string;
}

/** A text of a framework as somebody spoke it. */
export interface StoredRecording {
  /** BCP 47; need not be a language the framework is written in. */
  readonly locale: string;
  readonly audience: Audience;
  /** See `wordingsOf`. */
  readonly key: string;
  /** The words that were to be spoken: other words under the same key need another recording. */
  readonly text: string;
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: number;
  readonly at: Date;
}

/** What the ledger knows of a cell: never shown to anybody, but what may be shown next depends on it. */
export interface ReleasedCell {
  readonly cell: string;
  /** The release that gave the figure, or held it back for good. */
  readonly quarter: string;
  readonly stories: number;
  /** The figure given; null = held back for good. */
  readonly shown: number | null;
}

/**
 * What the backend keeps, in domain words. Every engine passes the one contract suite. A promise that resolves for a
 * write means: committed and synced to the disk.
 */
export interface Store {
  /** Identity of this database's history; a new one after a restore. */
  epoch(): Promise<string>;
  close(): Promise<void>;
  /** True when a trivial read succeeds: /readyz. */
  ready(): Promise<boolean>;

  /** Frameworks are immutable: the same id and version with other content is an error. */
  publishFramework(framework: Framework): Promise<'published' | 'already'>;
  framework(ref: FrameworkRef): Promise<Framework | null>;
  /** The newest published version of a framework. */
  latestFramework(id: string): Promise<FrameworkRef | null>;

  createProgramme(programme: Programme): Promise<'created' | 'exists'>;
  saveProgramme(programme: Programme): Promise<void>;
  programme(slug: string): Promise<Programme | null>;
  programmes(): Promise<Programme[]>;

  createCollector(collector: Collector): Promise<'created' | 'exists'>;
  /** Of what it is at that moment: two changes at once are both kept. Null: there is none. */
  changeCollector(code: string, change: (collector: Collector) => Collector): Promise<Collector | null>;
  collector(code: string): Promise<Collector | null>;
  collectorsOf(programme: string): Promise<Collector[]>;

  /** Capture tokens are kept hashed (SHA-256). */
  saveCaptureToken(tokenHash: string, collector: string, at: Date): Promise<void>;
  collectorOfToken(tokenHash: string): Promise<Collector | null>;

  /**
   * Stores a batch in one transaction; resolves after a durable commit. One outcome per story in order: `stored`,
   * `already` (same id and hash, or an earlier revision of what is there), or refused: `other_content` (same id, other
   * hash: the first is kept) or `withdrawn` (taken back, or erased). A higher revision under the same receipt takes the place of the one before
   * and is held again; a concern stays open.
   */
  acceptStories(batch: readonly AcceptedStory[], receivedAt: Date): Promise<Outcome[]>;
  /** So much waits to be written that a batch would be refused now (`store_busy`), unread. */
  busy(): boolean;

  countStories(programme: string): Promise<number>;
  countStoriesFrom(collector: Pick<Collector, 'programme' | 'code'>): Promise<number>;
  /** Which of these ids have arrived; also those taken back. */
  knownStories(programme: string, ids: readonly string[]): Promise<Set<string>>;
  /** Stories in serial order, in pages, so that an export of 100,000 never sits in memory at once. */
  storiesOf(programme: string, afterSerial: number, limit: number): Promise<StoredStory[]>;
  storiesBySerial(programme: string, serials: readonly number[]): Promise<StoredStory[]>;
  story(programme: string, id: string): Promise<StoredStory | null>;
  /** What a story said before it was amended while a concern was open, oldest first; for the safeguarding role only. */
  earlierRevisions(programme: string, id: string): Promise<Story[]>;

  /** By the receipt's key (`receiptKey`); null where it is unknown, has not arrived or was taken back. */
  storyOfReceipt(programme: string, receipt: string): Promise<ReceiptFound | null>;
  /** Never raises: a wish for more leaves the sharing as it is. It holds for every later revision too. */
  lowerSharing(programme: string, receipt: string, sharing: Sharing, at: Date): Promise<ReceiptFound | null>;
  /**
   * Takes a story back for good, with everything that hangs on it. `restricted`: a concern is open, so that a copy stays
   * with the safeguarding role, and goes when the concern is settled. `waits`: no such story has arrived; if it does, it
   * is refused.
   */
  withdraw(withdrawal: {
    programme: string;
    receipt: string;
    at: Date;
  }): Promise<'withdrawn' | 'restricted' | 'waits' | 'already'>;
  /** Whether a withdrawal by this receipt is known. */
  withdrawn(programme: string, receipt: string): Promise<boolean>;
  /**
   * Erases stories by their number, with everything that hangs on each; none of them is taken again. Where a concern is open
   * a copy stays with the safeguarding role, and goes when the concern is settled.
   */
  eraseStories(erasure: {
    programme: string;
    stories: readonly string[];
    why: ErasedWhy;
    actor: string;
    at: Date;
  }): Promise<Erased>;
  /** Whether a story with this number was erased, there or not. */
  erased(programme: string, id: string): Promise<boolean>;
  /**
   * The numbers of stories that arrived before then, by the server's clock; null = of all.
   * @param upTo only of these serials; null = whichever
   */
  storiesBefore(programme: string, before: Date | null, upTo: number | null, limit: number): Promise<string[]>;
  /** Null: nothing was counted yet. */
  calendar(): Promise<Calendar | null>;
  /** Puts it in the place of whatever was noted, unread. */
  keepCalendar(calendar: Calendar): Promise<void>;
  /** Changes what is noted now, also where others do so at the same moment: none overwrites another. @returns what is noted then */
  changeCalendar(change: (noted: Calendar | null) => Calendar): Promise<Calendar>;
  /**
   * The newest moment until then at which somebody told a story of one of these programmes, signed in or did something that the
   * audit notes; never what a server or a command line noted by itself. Null = there is none.
   */
  lastSeen(programmes: readonly string[], until: Date): Promise<Date | null>;
  /** How many stories say that they arrived later than that. */
  datedAfter(programme: string, moment: Date): Promise<number>;
  /** Lets every story and file that says so have arrived then, and every call for help have been answered then. @returns how many stories */
  lowerArrivals(programme: string, to: Date): Promise<number>;
  /** Of the story with the highest serial, taken back or not; null = there is none. */
  newestArrival(programme: string): Promise<{ serial: number; at: Date } | null>;
  /** Forgets the calls for help that were answered, before then; null = all of them. @returns how many */
  forgetHelpCalls(programme: string, before: Date | null): Promise<number>;
  /** Not yet cleared, oldest first. */
  queue(programme: string): Promise<StoredStory[]>;
  /** @param reading `over`: what was read; `unknown` when the story is no longer so */
  recordReading(
    programme: string,
    id: string,
    reading: {
      outcome: 'clear' | 'concern';
      reader: string;
      at: Date;
      note: string | null;
      over?: { revision: number; reading: ReadingState };
    },
  ): Promise<'recorded' | 'unknown'>;
  /** The same reading of many stories in one transaction (synthetic programmes): how many of them are known. */
  recordReadings(
    programme: string,
    ids: readonly string[],
    reading: { outcome: 'clear' | 'concern'; reader: string; at: Date; note: string | null },
  ): Promise<number>;
  /** The checks of one story, oldest first. */
  readingsOf(programme: string, id: string): Promise<Reading[]>;
  /** Changes with every story and reading of the programme: the ETag of its columns. */
  revision(programme: string): Promise<string>;

  /** The same id again changes nothing. */
  addHelpCall(programme: string, call: HelpCall): Promise<void>;
  /** Those nobody has answered yet, oldest first. */
  helpCallsOf(programme: string): Promise<HelpCall[]>;
  /** @returns `unknown` where it does not wait any more: what was noted first is kept */
  answerHelpCall(
    programme: string,
    id: string,
    answer: { by: string; at: Date; note: Sealed },
  ): Promise<'answered' | 'unknown'>;
  /** Newest answer first: the newest, or those next to one of them; none where that one is not among them. */
  answeredCallsOf(programme: string, limit: number, from?: AnsweredFrom): Promise<AnsweredHelpCall[]>;
  /** Null: there is none, or it still waits. */
  answeredCall(programme: string, id: string): Promise<AnsweredHelpCall | null>;
  /**
   * Notes a file whose bytes lie where they belong. Stories that name it may have come before or come later; those that
   * were cleared without it wait for a reading again.
   */
  addMedia(file: StoredFile): Promise<'added' | 'already'>;
  mediaOf(programme: string, sha256: string): Promise<StoredFile | null>;
  /** Of the files that a story names, those that have arrived. */
  filesOfStory(programme: string, story: string): Promise<StoredFile[]>;
  /** How much has arrived from a collector. */
  mediaFrom(collector: Pick<Collector, 'programme' | 'code'>): Promise<{ files: number; bytes: number }>;
  /** Files of any programme received before then that no story names. */
  unnamedMedia(before: Date, limit: number): Promise<StoredFile[]>;
  /** Forgets a file of a programme unless a story names it. Its bytes may still be needed by another programme. */
  dropMedia(programme: string, sha256: string): Promise<'dropped' | 'named'>;
  /** Whether any programme holds this file. */
  anyMedia(sha256: string): Promise<boolean>;

  /** A region is never changed: the same id again is `already` when its words and shape are the same, else `other_content`. */
  addRegion(programme: string, region: Omit<Region, 'retired'>): Promise<'added' | 'already' | 'other_content'>;
  retireRegion(programme: string, id: string, by: string, at: Date): Promise<'retired' | 'already' | 'unknown'>;
  /** In the order they were drawn, retired ones too. */
  regionsOf(programme: string): Promise<Region[]>;
  namePattern(programme: string, name: PatternName): Promise<void>;
  /** Every name ever given, oldest first. */
  patternNamesOf(programme: string): Promise<PatternName[]>;
  /** The quarters released, oldest first, with the newest story of each. */
  releases(programme: string): Promise<Pick<Release, 'quarter' | 'lastSerial'>[]>;
  release(programme: string, quarter: string): Promise<Release | null>;
  /** The ledger: every entry of each cell, oldest first. */
  releasedCells(programme: string): Promise<Map<string, ReleasedCell[]>>;
  /** Keeps a release with its entries of the ledger in one transaction; `exists` keeps the first. Nothing removes it. */
  saveRelease(release: Release, cells: readonly Omit<ReleasedCell, 'quarter'>[]): Promise<'saved' | 'exists'>;

  /** One for each text, language and audience. @returns the file of the one it takes the place of, or null */
  saveRecording(programme: string, recording: StoredRecording): Promise<string | null>;
  /** @returns the file of the one that was there, or null */
  removeRecording(
    programme: string,
    place: Pick<StoredRecording, 'locale' | 'audience' | 'key'>,
  ): Promise<string | null>;
  /** By language, audience and key. */
  recordingsOf(programme: string): Promise<StoredRecording[]>;
  /** The MIME type of a programme's recording; null when it has none with this hash. */
  recordingType(programme: string, sha256: string): Promise<string | null>;
  /** Whether any programme has a recording with these bytes. */
  recordingInUse(sha256: string): Promise<boolean>;

  rolesOf(userId: string, programme: string): Promise<StaffRole[]>;
  membershipsOf(userId: string): Promise<{ programme: string; roles: StaffRole[] }[]>;
  grantRoles(userId: string, programme: string, roles: readonly StaffRole[]): Promise<void>;
  createInvitation(invitation: Invitation): Promise<void>;
  /** Looks at an invitation without taking it; null when unknown, used or expired. */
  invitation(tokenHash: string, now: Date): Promise<Invitation | null>;
  /** Takes an invitation once; null when unknown, used or expired. */
  takeInvitation(tokenHash: string, now: Date): Promise<Invitation | null>;
  /** Everybody who is steward of any programme of this installation. */
  stewards(): Promise<string[]>;
  countStewards(): Promise<number>;
  /** The one link that makes the first steward: a new token takes the place of the one before. */
  saveFirstStewardToken(tokenHash: string, expiresAt: Date): Promise<void>;
  firstStewardTokenHolds(tokenHash: string, now: Date): Promise<boolean>;
  /** True once. */
  takeFirstStewardToken(tokenHash: string, now: Date): Promise<boolean>;

  appendAudit(entry: AuditEntry): Promise<void>;
  /** Newest first; `null` = of the whole installation. */
  auditOf(programme: string | null, limit: number): Promise<AuditEntry[]>;
  /** Walks the whole chain; `entry` counts from 1 and is the first that does not follow from the one before. */
  verifyAudit(): Promise<{ kind: 'whole'; entries: number } | { kind: 'broken'; entry: number }>;
}
