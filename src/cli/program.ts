import { Command } from 'commander';
import { addBackup } from './backup';
import { addDemo } from './demo';
import { addExport } from './export';
import { addImport } from './import';
import { addMove } from './move';
import { addRestore } from './restore';
import { addUser } from './user';

/** Every verb of the command line. */
export function sheaf(): Command {
  const program = new Command('sheaf')
    .description('Looks after a Sheaf server: its programmes, people and stories.')
    .showHelpAfterError('(sheaf <verb> --help says more)');
  for (const add of [addDemo, addImport, addExport, addBackup, addRestore, addMove, addUser]) add(program);
  return program;
}
