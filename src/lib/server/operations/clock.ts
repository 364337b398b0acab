import * as z from 'zod';
import { operation } from '../admin/operation';
import { clockLine } from '../doctor/examine-clock';
import { settleClock } from '../retention/settle-clock';

/** What is thought of the clock, and what a person says of it. */
export const clock = operation({
  name: 'clock',
  input: z.object({ answer: z.enum(['was_off', 'was_wrong']).nullable() }),
  async run(services, { answer }) {
    if (answer !== null) await settleClock(services, answer);
    return clockLine(services);
  },
});
