/** How a value travels between the engines; the sign-in library keeps dates and booleans differently in each. */
export type Kind = 'text' | 'integer' | 'date' | 'boolean';

/** A table as it is carried from one database to another. */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, Kind>>;
  /** Columns that name a row, led by those of an index: pages follow each other by it. */
  readonly key: readonly string[];
  /** The column that the database counts up by itself. */
  readonly counted?: string;
}

const text = (...names: string[]) => of('text', names);
const integer = (...names: string[]) => of('integer', names);
const date = (...names: string[]) => of('date', names);

function of(kind: Kind, names: readonly string[]): Record<string, Kind> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

const PROGRAMME = 'programme_id';

/**
 * Every table of an installation, each after those it refers to. A new table or column is added here
 * (tests/unit/server/store/shapes.test.ts compares this with what the migrations of each engine make).
 */
export const TABLE_SHAPES: readonly TableShape[] = [
  { name: 'meta', columns: text('key', 'value'), key: ['key'] },
  {
    name: 'frameworks',
    columns: { ...text('id'), ...integer('version'), ...text('hash', 'body') },
    key: ['id', 'version'],
  },
  { name: 'programmes', columns: { ...text(PROGRAMME, 'body'), ...integer('revision') }, key: [PROGRAMME] },
  { name: 'collectors', columns: text(PROGRAMME, 'code', 'body'), key: ['code'] },
  { name: 'capture_tokens', columns: text('token_hash', 'collector', 'made_at'), key: ['token_hash'] },
  {
    name: 'stories',
    columns: {
      ...text(PROGRAMME, 'id', 'collector', 'hash', 'receipt', 'received_at', 'reading', 'body', 'amended_at'),
      ...text('lowered', 'withdrawn_at', 'content_key'),
      ...integer('serial', 'revision', 'read_revision'),
    },
    key: [PROGRAMME, 'serial'],
    counted: 'serial',
  },
  {
    name: 'help_requests',
    columns: { ...text(PROGRAMME, 'story_id', 'contact', 'sealed'), ...integer('wanted') },
    key: [PROGRAMME, 'story_id'],
  },
  {
    name: 'help_calls',
    columns: text(PROGRAMME, 'id', 'at', 'audience', 'sealed', 'answered_at', 'answered_by', 'answered_note'),
    key: [PROGRAMME, 'id'],
  },
  {
    name: 'readings',
    columns: { ...text(PROGRAMME, 'story_id', 'outcome', 'reader', 'at', 'note'), ...integer('seq') },
    key: [PROGRAMME, 'story_id', 'seq'],
    counted: 'seq',
  },
  { name: 'members', columns: text(PROGRAMME, 'user_id', 'role'), key: [PROGRAMME, 'user_id', 'role'] },
  {
    name: 'invitations',
    columns: text(PROGRAMME, 'token_hash', 'roles', 'expires_at', 'used_at'),
    key: ['token_hash'],
  },
  { name: 'erasures', columns: text(PROGRAMME, 'story_id', 'why', 'at'), key: [PROGRAMME, 'story_id'] },
  { name: 'withdrawals', columns: text(PROGRAMME, 'receipt', 'story_id', 'at'), key: [PROGRAMME, 'receipt'] },
  {
    name: 'restricted_copies',
    columns: { ...text(PROGRAMME, 'story_id', 'body', 'kept_at'), ...integer('revision') },
    key: [PROGRAMME, 'story_id', 'revision'],
  },
  {
    name: 'regions',
    columns: { ...text(PROGRAMME, 'id', 'body', 'retired_at', 'retired_by'), ...integer('seq') },
    key: [PROGRAMME, 'seq'],
    counted: 'seq',
  },
  {
    name: 'pattern_names',
    columns: { ...text(PROGRAMME, 'body'), ...integer('seq') },
    key: [PROGRAMME, 'seq'],
    counted: 'seq',
  },
  {
    name: 'releases',
    columns: { ...text(PROGRAMME, 'quarter', 'made_at', 'hash', 'body'), ...integer('last_serial') },
    key: [PROGRAMME, 'quarter'],
  },
  {
    name: 'released_cells',
    columns: { ...text(PROGRAMME, 'cell', 'quarter'), ...integer('stories', 'shown') },
    key: [PROGRAMME, 'cell', 'quarter'],
  },
  {
    name: 'media',
    columns: {
      ...text(PROGRAMME, 'sha256', 'kind', 'mime', 'collector', 'received_at', 'content_key'),
      ...integer('bytes'),
    },
    key: [PROGRAMME, 'sha256'],
  },
  { name: 'story_media', columns: text(PROGRAMME, 'sha256', 'story_id'), key: [PROGRAMME, 'sha256', 'story_id'] },
  {
    name: 'recordings',
    columns: {
      ...text(PROGRAMME, 'locale', 'audience', 'text_key', 'text', 'sha256', 'mime', 'at'),
      ...integer('bytes'),
    },
    key: [PROGRAMME, 'locale', 'audience', 'text_key'],
  },
  {
    name: 'audit',
    columns: { ...text(PROGRAMME, 'at', 'actor', 'action', 'subject', 'previous', 'hash'), ...integer('seq') },
    key: ['seq'],
    counted: 'seq',
  },
  {
    name: 'staff_user',
    columns: { ...text('id', 'name', 'email', 'image'), emailVerified: 'boolean', ...date('createdAt', 'updatedAt') },
    key: ['id'],
  },
  {
    name: 'staff_session',
    columns: {
      ...text('id', 'token', 'ipAddress', 'userAgent', 'userId'),
      ...date('expiresAt', 'createdAt', 'updatedAt'),
    },
    key: ['id'],
  },
  {
    name: 'staff_account',
    columns: {
      ...text('id', 'accountId', 'providerId', 'userId', 'accessToken', 'refreshToken', 'idToken', 'scope', 'password'),
      ...date('accessTokenExpiresAt', 'refreshTokenExpiresAt', 'createdAt', 'updatedAt'),
    },
    key: ['id'],
  },
  {
    name: 'staff_verification',
    columns: { ...text('id', 'identifier', 'value'), ...date('expiresAt', 'createdAt', 'updatedAt') },
    key: ['id'],
  },
];

/** @throws when there is no such table */
export function shapeNamed(name: string): TableShape {
  const shape = TABLE_SHAPES.find((each) => each.name === name);
  if (shape === undefined) throw new Error(`there is no table ${name}`);
  return shape;
}
