import type { Operations } from '../admin/operation';
import { backup } from './backup';
import { clock } from './clock';
import { close } from './close';
import { collector } from './collector';
import { demo } from './demo';
import { doctor } from './doctor';
import { exportCsv } from './export-csv';
import { exportTables } from './export-tables';
import { held } from './held';
import { importSensemaker } from './import-sensemaker';
import { user } from './user';
import { verify } from './verify';

/** Every operation the command line can ask for, by name. A new one is a new file and a line here. */
export const OPERATIONS: Operations = Object.fromEntries(
  [backup, clock, close, collector, demo, doctor, exportCsv, exportTables, held, importSensemaker, user, verify].map(
    (operation) => [operation.name, operation],
  ),
);
