import * as z from 'zod';
import { operation } from '../admin/operation';
import { verify as verifyAll } from '../verify/verify';

/** Reads everything there is; changes nothing. */
export const verify = operation({ name: 'verify', input: z.object({}), run: (services) => verifyAll(services) });
