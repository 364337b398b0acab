import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { isRecord } from '../../conformance/figure';
import type { Run } from './timed';

/** Debian's own interpreter, where its scikit-learn is; then whatever else is called python3. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** Loads the points once, then fits on every line it reads: "restarts tolerance seed". Only the fit is timed. */
const PROGRAM = `
import json, os, sys, time, warnings
import numpy, sklearn
from sklearn.cluster import KMeans
warnings.filterwarnings("ignore")
points = numpy.fromfile(sys.argv[1], dtype="<f8").reshape(-1, int(sys.argv[2]))
threads = int(os.environ.get("OMP_NUM_THREADS", len(os.sched_getaffinity(0))))
print(json.dumps({"version": sklearn.__version__, "threads": threads}), flush=True)
for line in sys.stdin:
    restarts, tolerance, seed = line.split()
    model = KMeans(n_clusters=int(sys.argv[3]), n_init=int(restarts), tol=float(tolerance), random_state=int(seed))
    cpu, wall = time.process_time(), time.perf_counter()
    model.fit(points)
    seconds, cpu_seconds = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({"within": model.inertia_, "seconds": seconds, "cpuSeconds": cpu_seconds}), flush=True)
`;

/** The interpreter that has scikit-learn; installed from Debian where we may, which is outside the product. Null without. */
export function pythonWithSklearn(): string | null {
  const found = (): string | null =>
    PYTHONS.find((python) => spawnSync(python, ['-c', 'import sklearn'], { stdio: 'ignore' }).status === 0) ?? null;
  const there = found();
  if (there !== null || process.getuid?.() !== 0) return there;
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', 'python3-sklearn'], { stdio: 'ignore' });
  return found();
}

/** scikit-learn's KMeans in a process of its own, on points in a file. */
export class Sklearn {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  facts: Readonly<Record<string, unknown>> = {};

  private constructor(python: string, file: string, shape: { width: number; count: number }, threads: number | null) {
    const env = threads === null ? process.env : { ...process.env, OMP_NUM_THREADS: `${threads}` };
    const args = ['-c', PROGRAM, file, `${shape.width}`, `${shape.count}`];
    this.#process = spawn(python, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    if (!this.#process.stdout) throw new Error('no output of the interpreter');
    this.#reader = createInterface({ input: this.#process.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** @param threads null for its default: all of them */
  static async open(
    python: string,
    file: string,
    shape: { width: number; count: number },
    threads: number | null,
  ): Promise<Sklearn> {
    const opened = new Sklearn(python, file, shape, threads);
    opened.facts = await opened.#answer();
    return opened;
  }

  async fit(restarts: number, tolerance: number, seed: number): Promise<Run> {
    this.#process.stdin?.write(`${restarts} ${tolerance} ${seed}\n`);
    const { within, seconds, cpuSeconds } = await this.#answer();
    if (typeof within !== 'number' || typeof seconds !== 'number' || typeof cpuSeconds !== 'number') {
      throw new Error('the interpreter answered something else than a fit');
    }
    return { within, seconds, cpuSeconds };
  }

  close(): void {
    this.#process.stdin?.end();
    this.#reader.close();
  }

  async #answer(): Promise<Readonly<Record<string, unknown>>> {
    const line = await this.#lines.next();
    const answer: unknown = line.done === true ? null : JSON.parse(line.value);
    if (!isRecord(answer)) throw new Error('the interpreter ended');
    return answer;
  }
}
