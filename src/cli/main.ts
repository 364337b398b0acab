import { CliError } from './cli-error';
import { complain } from './output';
import { sheaf } from './program';

try {
  await sheaf().parseAsync();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  complain(error.message);
  for (const detail of error.details) complain(`  ${detail}`);
  process.exitCode = 1;
}
