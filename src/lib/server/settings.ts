import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** What can be set from outside, all by environment; the README lists them. */
export interface Settings {
  /** The data folder, as an absolute path: database, admin socket, certificate. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Where people reach this server, when a proxy stands before it: `https://stories.example.org`. */
  readonly origin: string | null;
  /** A PostgreSQL database; null = the embedded one in the data folder. */
  readonly database: string | null;
  /** A file with the key that the data folder is sealed with, as an absolute path; null = nothing is sealed. */
  readonly keyFile: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

export type SettingsRead =
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** One sentence a person can act on. */
  | { readonly kind: 'not_valid'; readonly message: string };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const EnvironmentSchema = z.object({
  SHEAF_DATA: z.string().min(1, 'SHEAF_DATA must name a folder.').default('data'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number between 0 and 65535.')
    .transform(Number)
    .refine((port) => port <= 65535, 'PORT must be a number between 0 and 65535.')
    .default(3000),
  HOST: z.string().min(1, 'HOST must be an address or a name.').default('0.0.0.0'),
  ORIGIN: z
    .string()
    .refine(isOrigin, 'ORIGIN must be scheme and host, without a path: https://stories.example.org.')
    .nullable()
    .default(null),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, 'DATABASE_URL must be a PostgreSQL address: postgres://user:password@host:5432/database.')
    .nullable()
    .default(null),
  SHEAF_KEY_FILE: z.string().nullable().default(null),
});

/** @param environment usually process.env; an empty text counts as not set */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsRead {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = EnvironmentSchema.safeParse(given);
  if (!parsed.success) {
    return { kind: 'not_valid', message: parsed.error.issues[0]?.message ?? 'The settings cannot be read.' };
  }
  const { SHEAF_DATA, PORT, HOST, ORIGIN, LOG_LEVEL, DATABASE_URL, SHEAF_KEY_FILE } = parsed.data;
  return {
    kind: 'settings',
    settings: {
      data: resolve(SHEAF_DATA),
      port: PORT,
      host: HOST,
      origin: ORIGIN,
      database: DATABASE_URL,
      keyFile: SHEAF_KEY_FILE === null ? null : resolve(SHEAF_KEY_FILE),
      logLevel: LOG_LEVEL,
    },
  };
}

/**
 * Through this the command line reaches a running server. The system limits a socket's path to about a hundred
 * bytes (unix(7)); a folder with a longer name gets a socket named after it in the system's folder for such files.
 */
export function adminSocketOf({ data }: Pick<Settings, 'data'>): string {
  const inside = join(data, 'admin.sock');
  const name = `sheaf-${createHash('sha256').update(data).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `${name}.sock`);
}

function isPostgres(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
