import { Command } from 'commander';
import { addDemo } from './demo';
import { addEncrypt } from './encrypt';
import { addExport } from './export';
import { addImport } from './import';
import { addUser } from './user';

/** Every verb of the command line. */
export function sheaf(): Command {
  const program = new Command('sheaf')
    .description('Looks after a Sheaf server: its programmes, people and stories.')
    .showHelpAfterError('(sheaf <verb> --help says more)');
  for (const add of [addDemo, addImport, addExport, addUser, addEncrypt]) add(program);
  return program;
}
