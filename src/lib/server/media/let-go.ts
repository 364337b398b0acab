import type { Services } from '../services';

interface LetGo {
  readonly programme: string;
  readonly sha256: string;
}

/** Files known at once; the oldest go first. */
const MOST = 10_000;
const known = new WeakMap<Services, Map<string, LetGo>>();

/**
 * Files whose story was taken back or changed while they may still be on their way: such a file belongs to nobody when it
 * arrives. In memory: after a restart it is one that no story names, like any other.
 */
export function filesLetGo(services: Services): readonly LetGo[] {
  return [...(known.get(services)?.values() ?? [])];
}

export function noteLetGo(services: Services, programme: string, sha256: string): void {
  const files = known.get(services) ?? new Map<string, LetGo>();
  known.set(services, files);
  files.set(`${programme} ${sha256}`, { programme, sha256 });
  for (const oldest of files.keys()) {
    if (files.size <= MOST) break;
    files.delete(oldest);
  }
}
