import type { Framework } from '../domain/framework/framework';
import { wordingFor } from '../domain/framework/wording';
import type { AreaScheme } from '../domain/programme/area-scheme';
import type { Story } from '../domain/story/story';

/** The age bands in words, by id, as staff read them. */
export function ageWords(framework: Framework | null): Record<string, string> {
  const question = framework?.questions.find(({ id }) => id === 'demo.age');
  return Object.fromEntries((question?.options ?? []).map(({ id, text }) => [id, wordingFor(text, 'pro')]));
}

/** Where a story belongs, scheme by scheme: "Local Area Committee: North East". */
export function placesInWords(
  { places }: Story['about'],
  framework: Framework | null,
  schemes: readonly AreaScheme[],
): string[] {
  return Object.entries(places).map(([schemeId, { area }]) => {
    const scheme = schemes.find(({ id }) => id === schemeId);
    const other = framework?.place.others.find(({ id }) => id === area);
    const name = scheme?.areas.find(({ id }) => id === area)?.name;
    const words = name ?? (other === undefined ? area : wordingFor(other.text, 'pro'));
    return scheme === undefined ? words : `${scheme.unit}: ${words}`;
  });
}
