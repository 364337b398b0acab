import type { Programme } from '../../domain/programme/programme';
import type { StaffRole } from '../../domain/programme/staff-role';

/** Somebody who is signed in. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Somebody who is signed in and has a role in a programme; `roles` are those of this programme only. */
export interface Member extends Staff {
  readonly programme: Programme;
  readonly roles: readonly StaffRole[];
}

/** What is needed of a request: Kit's event has it, and a test can make it. */
export interface StaffEvent {
  readonly request: Request;
  readonly url: URL;
  readonly cookies: {
    set(name: string, value: string, options: CookieOptions): void;
    delete(name: string, options: { path: string }): void;
  };
  getClientAddress(): string;
}

export interface CookieOptions {
  path: string;
  httpOnly: boolean;
  sameSite: 'lax';
  secure: boolean;
  maxAge: number;
  encode: (value: string) => string;
}

export function isSecure(event: Pick<StaffEvent, 'url'>): boolean {
  return event.url.protocol === 'https:';
}
