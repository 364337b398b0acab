import type { Framework, FrameworkRef } from '../../domain/framework/framework';
import type { Store } from '../store/port';

const KNOWN = new WeakMap<Store, Map<string, Framework>>();

/** Published frameworks never change, so each is parsed once. */
export async function knownFramework(store: Store, ref: FrameworkRef): Promise<Framework | null> {
  const known = KNOWN.get(store) ?? new Map<string, Framework>();
  KNOWN.set(store, known);
  const name = `${ref.id}@${ref.version}`;
  const framework = known.get(name) ?? (await store.framework(ref));
  if (framework !== null) known.set(name, framework);
  return framework;
}
