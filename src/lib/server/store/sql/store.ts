import type { Kysely } from 'kysely';
import type { Store } from '../port';
import { auditIn } from './audit';
import { calendarIn } from './calendar';
import { collectorsIn } from './collectors';
import { erasuresIn } from './erasures';
import { frameworksIn } from './frameworks';
import { helpCallsIn } from './help-calls';
import { mediaIn } from './media';
import { membersIn } from './members';
import { metaIn } from './meta';
import { programmesIn } from './programmes';
import { readingsIn } from './readings';
import { receiptsIn } from './receipts';
import { recordingsIn } from './recordings';
import { regionsIn } from './regions';
import { releasesIn } from './releases';
import { storiesIn } from './stories';
import type { Tables } from './tables';
import { withdrawalsIn } from './withdrawals';

/** The store port over any engine that Kysely speaks to and that holds these tables. */
export function sqlStore(db: Kysely<Tables>, close: () => Promise<void>): Store {
  return {
    close,
    ...metaIn(db),
    ...frameworksIn(db),
    ...programmesIn(db),
    ...collectorsIn(db),
    ...storiesIn(db),
    ...readingsIn(db),
    ...receiptsIn(db),
    ...withdrawalsIn(db),
    ...erasuresIn(db),
    ...calendarIn(db),
    ...helpCallsIn(db),
    ...regionsIn(db),
    ...releasesIn(db),
    ...mediaIn(db),
    ...recordingsIn(db),
    ...membersIn(db),
    ...auditIn(db),
  };
}
