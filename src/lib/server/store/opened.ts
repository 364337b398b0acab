import type { Kysely } from 'kysely';
import type { Store } from './port';
import type { Tables } from './sql/tables';

export type Engine = 'sqlite' | 'postgres';

/**
 * Reads one state of the database: that of the first thing read, whatever is written meanwhile. What is handed to `read`
 * only reads, and ends with it.
 */
export type OneState = <T>(read: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

/** The database as the sign-in library wants it: its tables lie beside ours. */
export interface AccountsDatabase {
  readonly db: Kysely<Tables>;
  readonly type: Engine;
}

/** A store of either engine, or why there is none. */
export type Opened =
  | {
      readonly kind: 'opened';
      readonly store: Store;
      readonly accounts: AccountsDatabase;
      readonly oneState: OneState;
      /** Commits that were answered once and are not in the database any more; the epoch is then a new one. */
      readonly missingCommits?: number;
    }
  | { readonly kind: 'folder_not_writable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folder_in_use'; readonly folder: string }
  /** @property sealed whether it was to be opened with a key */
  | { readonly kind: 'not_a_database'; readonly file: string; readonly sealed: boolean }
  /** @property found what SQLite says is wrong: pages and tables, nothing that is in them */
  | { readonly kind: 'database_damaged'; readonly file: string; readonly found: string }
  /** It could not be brought to the shape of this version, and is as it was. */
  | { readonly kind: 'no_room' }
  | { readonly kind: 'newer_database'; readonly found: number; readonly known: number }
  | { readonly kind: 'database_unreachable'; readonly reason: string }
  /** The server answers commits that are on no disk, or holds text that is not UTF-8. */
  | { readonly kind: 'database_not_fit'; readonly setting: string; readonly value: string };
