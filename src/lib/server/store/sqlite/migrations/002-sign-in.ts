import type { Migration } from '../../migration';

/**
 * The tables of the sign-in library under names of ours (better-auth 1.7, "Core schema"; src/lib/server/access/auth.ts
 * maps them). At its first use the library compares them with what it expects and refuses to work otherwise.
 */
export const signIn: Migration = {
  version: 2,
  name: 'sign-in',
  sql: `
    CREATE TABLE staff_user (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      email TEXT NOT NULL UNIQUE,
      emailVerified INTEGER NOT NULL,
      image TEXT,
      createdAt DATE NOT NULL,
      updatedAt DATE NOT NULL
    );

    CREATE TABLE staff_session (
      id TEXT NOT NULL PRIMARY KEY,
      expiresAt DATE NOT NULL,
      token TEXT NOT NULL UNIQUE,
      createdAt DATE NOT NULL,
      updatedAt DATE NOT NULL,
      ipAddress TEXT,
      userAgent TEXT,
      userId TEXT NOT NULL REFERENCES staff_user (id) ON DELETE CASCADE
    );
    CREATE INDEX staff_session_userId ON staff_session (userId);

    CREATE TABLE staff_account (
      id TEXT NOT NULL PRIMARY KEY,
      accountId TEXT NOT NULL,
      providerId TEXT NOT NULL,
      userId TEXT NOT NULL REFERENCES staff_user (id) ON DELETE CASCADE,
      accessToken TEXT,
      refreshToken TEXT,
      idToken TEXT,
      accessTokenExpiresAt DATE,
      refreshTokenExpiresAt DATE,
      scope TEXT,
      password TEXT,
      createdAt DATE NOT NULL,
      updatedAt DATE NOT NULL
    );
    CREATE INDEX staff_account_userId ON staff_account (userId);

    CREATE TABLE staff_verification (
      id TEXT NOT NULL PRIMARY KEY,
      identifier TEXT NOT NULL,
      value TEXT NOT NULL,
      expiresAt DATE NOT NULL,
      createdAt DATE NOT NULL,
      updatedAt DATE NOT NULL
    );
    CREATE INDEX staff_verification_identifier ON staff_verification (identifier);
  `,
};
