import * as z from 'zod';
import { operation } from '../admin/operation';
import { examineDatabase } from '../doctor/examine-database';

export const doctor = operation({
  name: 'doctor',
  input: z.object({}),
  run: async (services) => ({ lines: await examineDatabase(services) }),
});
