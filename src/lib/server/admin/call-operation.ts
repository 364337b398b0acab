import { request } from 'node:http';
import { codeOf } from '../store/sqlite/driver';
import { openLog } from '../log';
import { OPERATIONS } from '../operations/all';
import { openServices } from '../services';
import { adminSocketOf, type Settings } from '../settings';
import { startFailure } from '../start-failure';
import { PerformedSchema, performOperation, type Operations, type Performed } from './operation';

export type Called = Performed | { readonly kind: 'cannot_start'; readonly message: string };

/**
 * Runs an operation where the data are: through the socket of the server that runs on the folder, else here, holding
 * the folder's lock meanwhile.
 */
export async function callOperation(
  settings: Settings,
  name: string,
  input: unknown,
  operations: Operations = OPERATIONS,
): Promise<Called> {
  const answered = await throughSocket(adminSocketOf(settings), name, input);
  if (answered !== null) return answered;
  const opened = openServices(settings, openLog({ logLevel: 'silent' }));
  if (opened.kind !== 'opened') return { kind: 'cannot_start', message: startFailure(opened) };
  try {
    return await performOperation(operations, opened.services, name, input);
  } finally {
    await opened.services.store.close();
  }
}

/** Null when no server listens there. */
async function throughSocket(socketPath: string, name: string, input: unknown): Promise<Performed | null> {
  try {
    return PerformedSchema.parse(JSON.parse(await post(socketPath, `/operations/${name}`, JSON.stringify(input))));
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes(codeOf(error))) return null;
    throw error;
  }
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
