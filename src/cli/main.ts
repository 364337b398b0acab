import { Command } from 'commander';

const program = new Command('sheaf')
  .description('Looks after a Sheaf server: its programmes, people, stories and backups.')
  .usage('<verb> [options]')
  .showHelpAfterError();

program.action(() => program.help({ error: true }));
await program.parseAsync();
