import { isMainThread } from 'node:worker_threads';
import { compareEnergyWithR } from './shift/energy-with-r';
import { pageInWorker, timePage } from './shift/page-in-worker';

/**
 * How long the shifts take, one JSON line per figure: a whole page in a worker thread, and the energy test beside R's
 * energy package. `--n 10000,1000000` stories, `--seed 7`.
 */
if (isMainThread) {
  await timePage(new URL(import.meta.url));
  compareEnergyWithR();
} else pageInWorker();
