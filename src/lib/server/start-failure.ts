import type { ServicesOpened } from './services';

type Failure = Exclude<ServicesOpened, { kind: 'opened' }>;

/** Why the server cannot start: one sentence, and what to do. */
export function startFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'folder_not_writable':
      return `The data folder ${failure.folder} cannot be written (${failure.reason}): check its owner and free space, or set SHEAF_DATA to another folder.`;
    case 'folder_in_use':
      return `Another Sheaf server is using the data folder ${failure.folder}: stop it first, or set SHEAF_DATA to another folder.`;
    case 'not_a_database':
      return `${failure.file} is not a Sheaf database: restore it from a backup, or set SHEAF_DATA to another folder.`;
    case 'database_damaged':
      return `The database ${failure.file} is damaged (${failure.found}). Nothing was changed: keep a copy of the data folder, then put a backup of this file in its place and leave everything else there.`;
    case 'database_unreachable':
      return `The database of DATABASE_URL cannot be used (${failure.reason}): check that it runs, its address, user and password.`;
    case 'database_not_fit':
      return `The database of DATABASE_URL may lose what it has said is stored: Sheaf needs ${failure.setting}, it is set to ${failure.value}.`;
    case 'newer_database':
      return `The database was written by a newer Sheaf (its shape is ${failure.found}, this version knows ${failure.known}): start that newer version, or set SHEAF_DATA to another folder.`;
  }
}
