import type { PublicProgramme } from '../domain/programme/programme';
import type { Edition } from '../domain/framework/edition';
import type { Say } from './words';

/** What every screen says at its foot while a programme is tried out, its words are drafts or its stories made up. */
export function noticesFor(programme: PublicProgramme | null, say: Say, status?: Edition['status']): string[] {
  return [
    ...(programme?.state === 'trial' ? [say('notice.trial')] : []),
    ...(programme?.origin === 'synthetic' ? [say('notice.synthetic')] : []),
    ...(status === 'draft' ? [say('notice.draft')] : []),
  ];
}
