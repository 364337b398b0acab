import type { MediaRef } from '../domain/story/media-ref';
import type { Kept } from './kept';
import type { Refusal } from './rows';

/** One file of one story. */
export interface FileName {
  readonly story: string;
  readonly sha256: string;
}

/** A file as it is sent. */
export interface SendableFile extends FileName {
  readonly ref: MediaRef;
  readonly bytes: Blob;
  /** Where an upload that was begun goes on; null: from the first byte. */
  readonly uploadUrl: string | null;
  /** How often the server broke on it. */
  readonly faults: number;
}

/** What became of one file. */
export type FileSettlement =
  | { kind: 'stored'; epoch: string; serverTime: number | null }
  | { kind: 'refused'; refusal: Refusal }
  /** No word about it: waiting again. `fault`: the server broke on it. */
  | { kind: 'waiting'; fault?: true };

/** How far the files of a story are. */
export interface FileProgress {
  waiting: number;
  stored: number;
  refused: number;
  /** The first refusal, for a person to read. */
  refusal: Refusal | null;
}

/** Files of finished stories on their way to the server: what sync works with. Pages only; stories never wait for it. */
export interface MediaQueue {
  /** Codes of the collectors that have waiting files. Files and parts whose draft is gone are removed first. */
  beginPass(): Promise<Kept<string[]>>;
  /** What waits for a collector, without the bytes, in the order of sending. */
  waitingFor(collectorCode: string): Promise<Kept<FileName[]>>;
  /** Null when it waits no more. A file whose bytes are gone is refused here, with a reason. */
  open(name: FileName): Promise<Kept<SendableFile | null>>;
  /** Where the upload can go on, after a reload too; null: it has to begin again. */
  keepUpload(name: FileName, url: string | null): Promise<Kept<void>>;
  settle(name: FileName, settlement: FileSettlement): Promise<Kept<void>>;
  /** The server was restored: every file whose bytes are still here and that another epoch stored waits again. */
  offerAgain(epoch: string): Promise<Kept<number>>;
  /** Deletes bytes stored longer ago than they are kept, by the server's clock. @returns how many */
  dropOldBytes(serverTime: number): Promise<Kept<number>>;
  /** Lets refused files of a story be offered again, when a person asks for it. */
  tryAgain(storyId: string): Promise<Kept<void>>;
  /** Calls back now and after every change, from any tab, until the returned function is called. */
  watch(storyId: string, listener: (progress: FileProgress) => void): () => void;
}
