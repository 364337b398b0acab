import { nodeTooOld } from '$lib/server/http/node-version';

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Everything else is loaded only after the check: an old Node would fail on its syntax with a page of stack. */
async function main(): Promise<void> {
  const { fileURLToPath } = await import('node:url');
  const { serverFlags } = await import('$lib/server/http/server-flags');
  const { serve } = await import('$lib/server/http/serve');
  const { lastResort } = await import('$lib/server/http/last-resort');
  const flags = serverFlags(process.argv.slice(2));
  if (flags.kind === 'refused') refuse(flags.message);
  if (flags.kind === 'help') return void process.stdout.write(`${flags.message}\n`);
  // Whoever is told to stop while still starting stops as soon as it has started.
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const started = await serve({
    https: flags.https,
    environment: process.env,
    // adapter-node writes both beside this file.
    prerendered: fileURLToPath(new URL('prerendered', import.meta.url)),
    loadHandler: async () => (await import('./handler.js')).handler,
    say: (text) => process.stdout.write(text),
  });
  if (started.kind === 'refused') refuse(started.message);
  lastResort(started.log);
  await told;
  await started.stop();
  process.exit(0);
}

const tooOld = nodeTooOld(process.versions.node);
if (tooOld === null) await main();
else refuse(tooOld);
