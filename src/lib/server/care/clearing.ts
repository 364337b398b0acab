import { permits, type StaffRole } from '../../domain/programme/staff-role';
import type { Clearing } from '../../protocol/care';
import type { StoredStory } from '../store/port';

/** Somebody asked for help with it, or somebody is worried about it, and nobody has said yet what was done. */
export function needsHelp({ help, reading }: Pick<StoredStory, 'help' | 'reading'>): boolean {
  return (help?.wanted ?? false) || reading === 'concern';
}

/** How somebody with these roles may clear a story that waits: who needs help does not leave the list unseen (decision 216). */
export function clearingOf(stored: Pick<StoredStory, 'help' | 'reading'>, roles: readonly StaffRole[]): Clearing {
  if (!needsHelp(stored)) return 'at_once';
  return permits(roles, 'help.read') ? 'with_note' : 'by_safeguarding';
}
