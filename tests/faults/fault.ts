import type { Stage } from './stage';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** One way in which the world fails, tried on real processes. */
export interface Fault {
  /** As `--only` takes it and docs/faults.md names it. */
  readonly name: string;
  /** Its rows in docs/faults.md. */
  readonly lines: readonly number[];
  readonly engines: readonly Engine[];
  /** Rounds in the short version; 0 = too slow, or it changes the machine (mounts). */
  readonly short: number;
  /** More rounds than this show nothing more. */
  readonly most?: number;
  /** Why it cannot be tried on this machine; null = it can. */
  readonly missing?: () => string | null;
  readonly run: (stage: Stage) => Promise<void>;
}
