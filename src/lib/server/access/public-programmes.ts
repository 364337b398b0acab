import type { PublicProgrammeList } from '../../protocol/staff';
import { offeredLanguages } from '../languages/offered-languages';
import type { Store } from '../store/port';

/** Programmes anybody may know of: those that people are asked to tell to. Imported and synthetic ones stay with their staff. */
export async function publicProgrammes(store: Store): Promise<PublicProgrammeList> {
  const programmes = (await store.programmes()).filter(({ origin, state }) => origin === 'told' && state !== 'closed');
  return {
    programmes: programmes.map((programme) => {
      const { slug, name, state, origin } = programme;
      const languages = offeredLanguages(programme);
      return { slug, name, state, origin, ...(languages.length === 0 ? {} : { languages }) };
    }),
  };
}

/** The code of the only collector that is open to everybody now; null when there is none, or more than one. */
export async function onlyOpenCollector(store: Store, now: Date): Promise<string | null> {
  const { programmes } = await publicProgrammes(store);
  const collectors = (await Promise.all(programmes.map(({ slug }) => store.collectorsOf(slug)))).flat();
  const at = now.toISOString();
  const open = collectors.filter(
    ({ mode, revoked, opensAt, closesAt }) =>
      mode === 'open' && !revoked && (opensAt === null || opensAt <= at) && (closesAt === null || closesAt > at),
  );
  const [only] = open;
  return open.length === 1 && only !== undefined ? only.code : null;
}
