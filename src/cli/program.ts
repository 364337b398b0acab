import { Command } from 'commander';
import { addBackup } from './backup';
import { addDemo } from './demo';
import { addDoctor } from './doctor';
import { addExport } from './export';
import { addImport } from './import';
import { addMove } from './move';
import { addRestore } from './restore';
import { addUser } from './user';
import { addVerify } from './verify';

/** Every verb of the command line. */
export function sheaf(): Command {
  const program = new Command('sheaf')
    .description('Looks after a Sheaf server: its programmes, people and stories.')
    .showHelpAfterError('(sheaf <verb> --help says more)');
  for (const add of [addDemo, addImport, addExport, addBackup, addRestore, addVerify, addDoctor, addMove, addUser])
    add(program);
  return program;
}
