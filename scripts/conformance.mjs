// npm run conformance -- FOLDER: every figure of every NAME.reference.json in it, computed anew from NAME.csv and compared.
import { runBuilt } from './run-built.mjs';

process.exit(await runBuilt('tests/conformance/main.ts', process.argv.slice(2)));
