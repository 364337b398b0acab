// npm run calibrate -- [--cities 200] [--jobs 2] [--seed 1] [--only null,power-25]: what the analysis finds in simulated
// cities whose truth is known. A table, and its figures as JSON in the last line.
import { runBuilt } from './run-built.mjs';

process.exit(await runBuilt('tests/calibration/main.ts', process.argv.slice(2)));
