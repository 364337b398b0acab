import { Command } from 'commander';
import { addClose } from './close';
import { addDemo } from './demo';
import { addEncrypt } from './encrypt';
import { addExport } from './export';
import { addHeld } from './held';
import { addImport } from './import';
import { addUser } from './user';

/** Every verb of the command line. */
export function sheaf(): Command {
  const program = new Command('sheaf')
    .description('Looks after a Sheaf server: its programmes, people and stories.')
    .showHelpAfterError('(sheaf <verb> --help says more)');
  for (const add of [addDemo, addImport, addExport, addUser, addHeld, addClose, addEncrypt]) add(program);
  return program;
}
