import { Command } from 'commander';
import { addBackup } from './backup';
import { addClock } from './clock';
import { addClose } from './close';
import { addCollector } from './collector';
import { addDemo } from './demo';
import { addDoctor } from './doctor';
import { addEncrypt } from './encrypt';
import { addExport } from './export';
import { addHeld } from './held';
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
  const verbs = [addDemo, addImport, addExport, addUser, addBackup, addRestore, addVerify, addDoctor, addMove];
  for (const add of [...verbs, addEncrypt, addHeld, addClose, addClock, addCollector]) add(program);
  return program;
}
