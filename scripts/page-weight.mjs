// How much JavaScript the collector page loads, cold, as it travels (gzip): up to the moment the first control can be
// used, and up to network idle. Prints one JSON line and fails over budget. `node scripts/page-weight.mjs [url]`; without
// an address the built server is started on a free port with a data folder of its own.
import { programArguments } from './arguments.mjs';
import { startOwnServer } from './own-server.mjs';
import { weighPage } from './weigh-page.mjs';

/** What a child on a slow line may be made to load, in kB gzip. */
const BUDGET = { js_first_kb: 60, js_page_kb: 100 };

const { values: flags, positionals } = programArguments({
  usage: 'node scripts/page-weight.mjs [ADDRESS]',
  does: 'How much JavaScript the collector page loads, as it travels. Fails over budget. --files names its files.',
  positionals: true,
  options: { files: { type: 'boolean' } },
});
const [given] = positionals;
const server = given === undefined ? await startOwnServer() : null;
try {
  const { files, ...figures } = await weighPage(given ?? `${server?.url}${server?.tellPath}`);
  if (flags.files) for (const file of files) console.error(JSON.stringify(file));
  console.log(JSON.stringify({ ...figures, budget: BUDGET }));
  const light = figures.js_first_kb <= BUDGET.js_first_kb && figures.js_page_kb <= BUDGET.js_page_kb;
  process.exitCode = light ? 0 : 1;
} finally {
  await server?.stop();
}
