import type { Operations } from '../admin/operation';

/** Every operation the command line can ask for, by name. A new one is a new file and a line here. */
export const OPERATIONS: Operations = {};
