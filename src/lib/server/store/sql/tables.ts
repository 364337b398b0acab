import type { Generated } from 'kysely';

/** The tables as Kysely sees them; the migrations of each engine make them. */
export interface Tables {
  meta: { key: string; value: string };
  frameworks: { id: string; version: number; hash: string; body: string };
  programmes: { programme_id: string; body: string; revision: Generated<number> };
  collectors: { programme_id: string; code: string; body: string };
  capture_tokens: { token_hash: string; collector: string; made_at: string };
  stories: {
    programme_id: string;
    serial: Generated<number>;
    id: string;
    collector: string;
    hash: string;
    receipt: string | null;
    received_at: string;
    reading: Generated<string>;
    body: string;
    revision: Generated<number>;
    /** The newest revision that somebody has read; null = none. */
    read_revision: number | null;
    amended_at: string | null;
    /** To what the teller lowered the sharing afterwards. */
    lowered: string | null;
    /** Taken back while a concern is open: for the safeguarding role only. */
    withdrawn_at: string | null;
    /** By which backups seal what the story holds; see `drawContentKey`. */
    content_key: string;
  };
  withdrawals: { programme_id: string; receipt: string; story_id: string | null; at: string };
  erasures: { programme_id: string; story_id: string; why: string; at: string };
  restricted_copies: { programme_id: string; story_id: string; revision: number; body: string; kept_at: string };
  help_requests: {
    programme_id: string;
    story_id: string;
    wanted: number;
    contact: string | null;
    sealed: string | null;
  };
  help_calls: {
    programme_id: string;
    id: string;
    at: string;
    audience: string;
    sealed: string;
    answered_at: Generated<string | null>;
    answered_by: Generated<string | null>;
    /** What was done, sealed to the safeguarding role; null while it waits, and of calls that ended without one. */
    answered_note: Generated<string | null>;
  };
  media: {
    programme_id: string;
    sha256: string;
    kind: string;
    mime: string;
    bytes: number;
    collector: string;
    received_at: string;
    content_key: string;
  };
  story_media: { programme_id: string; sha256: string; story_id: string };
  readings: {
    programme_id: string;
    seq: Generated<number>;
    story_id: string;
    outcome: string;
    reader: string;
    at: string;
    note: string | null;
  };
  releases: {
    programme_id: string;
    quarter: string;
    last_serial: number;
    made_at: string;
    hash: string;
    body: string;
  };
  released_cells: { programme_id: string; cell: string; quarter: string; stories: number; shown: number | null };
  members: { programme_id: string; user_id: string; role: string };
  invitations: {
    programme_id: string;
    token_hash: string;
    roles: string;
    expires_at: string;
    used_at: string | null;
  };
  regions: {
    programme_id: string;
    seq: Generated<number>;
    id: string;
    body: string;
    retired_at: string | null;
    retired_by: string | null;
  };
  pattern_names: { programme_id: string; seq: Generated<number>; body: string };
  recordings: {
    programme_id: string;
    locale: string;
    audience: string;
    text_key: string;
    text: string;
    sha256: string;
    mime: string;
    bytes: number;
    at: string;
  };
  audit: {
    programme_id: string | null;
    seq: Generated<number>;
    at: string;
    actor: string;
    action: string;
    subject: string | null;
    previous: string;
    hash: string;
  };
}
