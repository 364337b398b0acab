import type { Kysely } from 'kysely';
import type { Store } from './port';
import type { Tables } from './sql/tables';

/** The database as the sign-in library wants it: its tables lie beside ours. */
export interface AccountsDatabase {
  readonly db: Kysely<Tables>;
  readonly type: 'sqlite' | 'postgres';
}

/** A store of either engine, or why there is none. */
export type Opened =
  | {
      readonly kind: 'opened';
      readonly store: Store;
      readonly accounts: AccountsDatabase;
      /** Commits that were answered once and are not in the database any more; the epoch is then a new one. */
      readonly missingCommits?: number;
    }
  | { readonly kind: 'folder_not_writable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folder_in_use'; readonly folder: string }
  | { readonly kind: 'not_a_database'; readonly file: string }
  /** @property found what SQLite says is wrong: pages and tables, nothing that is in them */
  | { readonly kind: 'database_damaged'; readonly file: string; readonly found: string }
  | { readonly kind: 'newer_database'; readonly found: number; readonly known: number }
  | { readonly kind: 'database_unreachable'; readonly reason: string }
  /** The server answers commits that are on no disk, or holds text that is not UTF-8. */
  | { readonly kind: 'database_not_fit'; readonly setting: string; readonly value: string };
