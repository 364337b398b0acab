import { request } from 'node:http';
import { codeOf } from '../error-code';
import { openLog } from '../log';
import { OPERATIONS } from '../operations/all';
import { openServices } from '../open-services';
import type { Services } from '../services';
import { adminSocketOf, type Settings } from '../settings';
import { startFailure } from '../start-failure';
import { databaseAhead } from '../store/postgres/database-clock';
import { PerformedSchema, performOperation, type Operations, type Performed } from './operation';

export type Called = Performed | { readonly kind: 'cannot_start'; readonly message: string };

/**
 * Runs an operation where the data are: through the socket of the server that runs on the folder, else here, holding
 * the folder's lock meanwhile. A PostgreSQL database lets everybody in, so that no server has to be asked.
 */
export async function callOperation(
  settings: Settings,
  name: string,
  input: unknown,
  operations: Operations = OPERATIONS,
): Promise<Called> {
  const answered = settings.database === null ? await throughSocket(adminSocketOf(settings), name, input) : null;
  if (answered !== null) return answered;
  const opened = await openServices(settings, openLog({ logLevel: 'silent' }));
  if (opened.kind !== 'opened') return { kind: 'cannot_start', message: startFailure(opened) };
  try {
    return await performOperation(operations, await byTheDatabase(opened.services), name, input);
  } finally {
    await opened.services.store.close();
  }
}

/** No server listens there, or this user may not ask it; opening the folder then says which. */
const NOBODY_THERE = ['ENOENT', 'ECONNREFUSED', 'ENOTDIR', 'EACCES'];

/** The machine of a command line may be anybody's: the days it writes are those of the database that it writes them into. */
async function byTheDatabase(services: Services): Promise<Services> {
  const ahead = await databaseAhead(services.accounts, services.now);
  return { ...services, now: () => new Date(services.now().getTime() + ahead) };
}

/** Null when nobody answers there. */
async function throughSocket(socketPath: string, name: string, input: unknown): Promise<Performed | null> {
  let answer: string;
  try {
    answer = await post(socketPath, `/operations/${name}`, JSON.stringify(input));
  } catch (error) {
    const code = codeOf(error);
    if (NOBODY_THERE.includes(code)) return null;
    if (code === '') throw error;
    return {
      kind: 'failed',
      message: `The server ended before it answered (${code}): start it again and repeat this.`,
    };
  }
  return PerformedSchema.parse(JSON.parse(answer));
}

function post(socketPath: string, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path, method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
