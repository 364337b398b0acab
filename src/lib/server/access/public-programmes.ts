import { forAnybody } from '../../domain/programme/for-anybody';
import type { Programme } from '../../domain/programme/programme';
import type { PublicProgrammeList } from '../../protocol/staff';
import { offeredLanguages } from '../languages/offered-languages';
import type { Store } from '../store/port';

/** Programmes anybody may know of: those that people are asked to tell to. Imported and synthetic ones stay with their staff. */
export async function publicProgrammes(store: Store): Promise<PublicProgrammeList> {
  const programmes = await openToTellers(store);
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
  const programmes = await openToTellers(store);
  const open = await Promise.all(
    programmes.map(async (programme) =>
      (await store.collectorsOf(programme.slug)).filter((collector) => forAnybody(collector, programme, now)),
    ),
  );
  const [only, ...more] = open.flat();
  return only === undefined || more.length > 0 ? null : only.code;
}

async function openToTellers(store: Store): Promise<Programme[]> {
  return (await store.programmes()).filter(({ origin, state }) => origin === 'told' && state !== 'closed');
}
