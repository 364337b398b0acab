import { permits, type StaffRole } from '../../domain/programme/staff-role';

/** A programme somebody who is signed in may enter. */
export interface Entrance {
  readonly programme: string;
  readonly name: string;
  readonly state: string;
  readonly origin: string;
  readonly roles: readonly StaffRole[];
}

export interface DoorFacts {
  /** Null = nobody is signed in. */
  readonly entrances: readonly Entrance[] | null;
  /** Programmes anybody may know of. */
  readonly open: readonly { readonly slug: string }[];
  /** The code of the one collector that is open to all; null when there is none, or more than one. */
  readonly collector: string | null;
}

/** Where a door leads; `signIn` says that signing in comes first. Null = no such door for this person. */
export interface Door {
  readonly href: string;
  readonly signIn: boolean;
}

export interface Doors {
  readonly tell: Door;
  readonly explore: Door | null;
  readonly care: Door | null;
}

/** Where "your programmes" stands on the page: a door that could lead to several leads there. */
export const YOURS = 'yours';
export const CODE_FIELD = 'code';

/** Only what exists gets a door, and only for those who could go through it or are not known yet. */
export function doorsOf({ entrances, open, collector }: DoorFacts): Doors {
  const tell = { href: collector === null ? `#${CODE_FIELD}` : `/t/${collector}`, signIn: false };
  if (entrances === null) {
    const [only] = open.length === 1 ? open : [];
    return {
      tell,
      explore: { href: signInThen(only === undefined ? '/' : `/explore/${only.slug}`), signIn: true },
      care: { href: signInThen('/care'), signIn: true },
    };
  }
  const exploring = entrances.filter(({ roles }) => permits(roles, 'columns.read'));
  const caring = entrances.filter(({ roles }) => permits(roles, 'queue.read'));
  return { tell, explore: leadTo('/explore', exploring), care: leadTo('/care', caring) };
}

function leadTo(surface: string, to: readonly Entrance[]): Door | null {
  const [first] = to;
  if (first === undefined) return null;
  return { href: to.length === 1 ? `${surface}/${first.programme}` : `#${YOURS}`, signIn: false };
}

/** The sign-in page, which goes on to `path` afterwards. */
export function signInThen(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}
