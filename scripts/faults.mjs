// npm run faults -- [--rounds 20] [--only kill,proxy] [--engine sqlite|postgres] [--seed 1]: faults on real server processes
// under load. A row for each fault, and the figures as JSON in the last line.
import { runBuilt } from './run-built.mjs';

process.exit(await runBuilt('tests/faults/main.ts', process.argv.slice(2)));
