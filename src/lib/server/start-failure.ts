import { MARK } from './at-rest/mark';
import type { ServicesOpened } from './open-services';

type Failure = Exclude<ServicesOpened, { kind: 'opened' }>;

/** Why the server cannot start: one sentence, and what to do. */
export function startFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'folder_not_writable':
      return `The data folder ${failure.folder} cannot be written (${failure.reason}): check its owner and free space, or set SHEAF_DATA to another folder.`;
    case 'folder_in_use':
      return `Another Sheaf server is using the data folder ${failure.folder}: stop it first, or set SHEAF_DATA to another folder.`;
    case 'unfinished':
      return 'A restore or a move into this database was cut off, so that nothing in it can be served: run it again, it begins anew; the backup or the other database is as it was.';
    case 'not_a_database':
      return failure.sealed
        ? `${failure.file} does not open with the key of this data folder: it is damaged, or of another installation. Restore it from a backup, or set SHEAF_DATA to another folder.`
        : `${failure.file} is not a Sheaf database, or it is an encrypted one whose ${MARK} is missing beside it: restore both from a backup, or set SHEAF_DATA to another folder.`;
    case 'key_not_usable':
      return `The key of SHEAF_KEY_FILE is not used: ${failure.reason}. Nothing was opened or changed.`;
    case 'key_missing':
      return `The data folder ${failure.folder} is encrypted and no key is set: set SHEAF_KEY_FILE to the file with its key. Nothing was opened or changed.`;
    case 'wrong_key':
      return `The data folder ${failure.folder} is encrypted with another key than that of ${failure.file}: set SHEAF_KEY_FILE to its own. Nothing was opened or changed.`;
    case 'not_encrypted':
      return `The data folder ${failure.folder} is not encrypted yet, and SHEAF_KEY_FILE is set: run "npm run sheaf -- encrypt" once, or start without SHEAF_KEY_FILE. Nothing was changed.`;
    case 'mark_not_readable':
      return `${MARK} in the data folder ${failure.folder} is damaged, so that its key cannot be told: restore that file from a backup. Nothing was opened or changed.`;
    case 'database_damaged':
      return `The database ${failure.file} is damaged (${failure.found}). Nothing was changed: keep a copy of the data folder, then put a backup of this file in its place and leave everything else there.`;
    case 'row_damaged':
      return `The database is damaged (${failure.place} is not what was stored). Nobody was served: keep a copy of the data folder and the database, then put a backup of the database in its place and leave everything else there; "npm run sheaf -- verify" says what else is damaged.`;
    case 'no_room':
      return 'The disk of the database is full: make room, then start again. Nothing that was stored is lost.';
    case 'database_unreachable':
      return `The database of DATABASE_URL cannot be used (${failure.reason}): check that it runs, its address, user and password.`;
    case 'database_not_fit':
      return `The database of DATABASE_URL may lose what it has said is stored: Sheaf needs ${failure.setting}, it is set to ${failure.value}.`;
    case 'newer_database':
      return `The database was written by a newer Sheaf (its shape is ${failure.found}, this version knows ${failure.known}): start that newer version, or set SHEAF_DATA to another folder.`;
  }
}
