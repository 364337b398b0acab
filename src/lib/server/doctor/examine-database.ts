import { sql, type Kysely } from 'kysely';
import { counted } from '../counted';
import type { Services } from '../services';
import { damagedPlace } from '../store/damaged';
import type { Tables } from '../store/sql/tables';
import { databaseAhead, SAME_CLOCK_MS } from '../store/postgres/database-clock';
import { shapeOf } from '../store/transfer/shape-of';
import { rowFindings } from '../verify/row-findings';
import { clockLine } from './examine-clock';
import { fine, look, wrong, type DoctorLine } from './line';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A nightly backup that failed once is noticed the next day. */
const LONG_AGO_MS = 2 * DAY_MS;

/** What the database says of itself, and when it was last copied. @param machine the clock of the machine this runs on */
export async function examineDatabase(services: Services, machine = () => new Date()): Promise<DoctorLine[]> {
  const { accounts, oneState, now } = services;
  const shape = await shapeOf(accounts.db);
  const whole =
    accounts.type === 'sqlite'
      ? await oneState(sqliteIsWhole)
      : [...(await postgresIsWhole(accounts.db)), clocksAgree(await databaseAhead(accounts, machine))];
  return [
    fine(`The database has shape ${shape}, the one of this version.`),
    ...whole,
    await lastBackup(accounts.db, now()),
    await clockIsBelieved(services),
    await rowsAreWhole(services),
  ];
}

/** sqlite.org/pragma.html#pragma_integrity_check; reads the whole file. */
async function sqliteIsWhole(db: Kysely<Tables>): Promise<DoctorLine[]> {
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(20)`.execute(db);
  const broken = rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
  const links = (await sql`PRAGMA foreign_key_check`.execute(db)).rows.length;
  if (broken.length + links === 0) return [fine('The database is whole (integrity and references).')];
  return [
    wrong(
      `The database is damaged (${counted(broken.length, 'page or index', 'pages or indexes')}, ${counted(links, 'reference')}): stop the server, keep a copy of the folder, and restore the last backup into a new one. Devices offer again what they still hold.`,
    ),
  ];
}

async function postgresIsWhole(db: Kysely<Tables>): Promise<DoctorLine[]> {
  const { rows } = await sql<{ version: string; checksums: string; failures: number | null; invalid: number }>`
    SELECT current_setting('server_version') AS version, current_setting('data_checksums') AS checksums,
      (SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()) AS failures,
      (SELECT count(*) FROM pg_index WHERE NOT indisvalid) AS invalid`.execute(db);
  const seen = rows[0];
  if (seen === undefined) return [wrong('The database says nothing of itself.')];
  const lines = [fine(`PostgreSQL ${seen.version}.`)];
  if (seen.checksums !== 'on') {
    lines.push(
      look('The database keeps no checksums of its pages: a dying disk goes unnoticed; see pg_checksums --enable.'),
    );
  }
  const broken = Number(seen.failures ?? 0) + Number(seen.invalid);
  lines.push(
    broken === 0
      ? fine('The database knows of no broken page and no broken index.')
      : wrong(
          `The database knows of ${counted(Number(seen.failures ?? 0), 'broken page')} and ${counted(Number(seen.invalid), 'broken index', 'broken indexes')}: look at its log; REINDEX indexes, restore a backup for pages.`,
        ),
  );
  return lines;
}

function clocksAgree(ahead: number): DoctorLine {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  if (Math.abs(ahead) <= SAME_CLOCK_MS) return fine('The clocks of this machine and of the database agree.');
  return wrong(
    `The clock of this machine is ${counted(minutes, 'minute')} ${ahead > 0 ? 'behind' : 'ahead of'} that of the database: set both right. Commands write the day of the database.`,
  );
}

async function lastBackup(db: Kysely<Tables>, now: Date): Promise<DoctorLine> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'backed_up').executeTakeFirst();
  if (row === undefined) return look('There is no backup yet: see `sheaf backup`.');
  const age = now.getTime() - Date.parse(row.value);
  const says = `The last whole backup was taken at ${row.value}`;
  return !(age <= LONG_AGO_MS) ? look(`${says}: look at what should take one every night.`) : fine(`${says}.`);
}

async function clockIsBelieved(services: Services): Promise<DoctorLine> {
  try {
    return await clockLine(services);
  } catch (error) {
    if (damagedPlace(error) === null) throw error;
    return wrong(UNCOUNTED);
  }
}

const UNCOUNTED =
  'The days that were counted here cannot be read, so that no story is erased: say `sheaf clock --was-wrong`, which begins them anew today.';

async function rowsAreWhole(services: Services): Promise<DoctorLine> {
  let first: string | null = null;
  let more = 0;
  try {
    for await (const finding of rowFindings(services)) {
      if (first === null) first = finding;
      else more += 1;
    }
  } catch (error) {
    first ??= damagedPlace(error);
    if (first === null) throw error;
  }
  if (first === null) return fine('Every row can be read.');
  return wrong(
    `${first}${more === 0 ? '' : ` (and ${more} more: see \`sheaf verify\`)`}. Stop the server, keep a copy of the folder and the database, and restore the last backup into a new one.`,
  );
}
