import { expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { publicProgrammes } from '$lib/server/access/public-programmes';
import type { Store } from '$lib/server/store/port';
import { offeredHere } from '$lib/tell/offered-here';

/** The answer of an installation with a programme for each list of languages, Slovak and Arabic not yet reviewed. */
async function installation(...offered: string[][]) {
  const programmes = offered.map((languages, index) => ({
    ...SHEFFIELD_TRIAL,
    slug: `programme-${index}`,
    policies: { ...SHEFFIELD_TRIAL.policies, languages: ['en', ...languages] },
  }));
  const store = { programmes: () => Promise.resolve(programmes) } as unknown as Store; // all that is asked of it
  const list = await publicProgrammes(store);
  return () => Promise.resolve(Response.json(list));
}

it('the languages of an installation are those that any programme offers, each once', async () => {
  const found = await offeredHere(await installation(['ar'], ['ar', 'sk']));
  expect(found.map(({ locale, state }) => [locale, state])).toEqual([
    ['ar', 'draft'],
    ['sk', 'draft'],
  ]);
});

it.each([
  ['nothing is offered', async () => installation([])],
  ['there is no network', () => Promise.resolve(() => Promise.reject(new TypeError('offline')))],
])('there is no choice where %s', async (_, answer) => {
  expect(await offeredHere(await answer())).toEqual([]);
});
