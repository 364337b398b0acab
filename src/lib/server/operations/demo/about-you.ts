import type { Audience } from '../../../domain/audience';
import type { Edition } from '../../../domain/framework/edition';
import type { AreaScheme, Place } from '../../../domain/programme/area-scheme';
import type { Answer } from '../../../domain/signifier/answer';
import type { Story } from '../../../domain/story/story';
import type { Gathering } from './gathering';
import type { Random } from './random';
import { weightsFor } from './habits';

/** Options that fit an audience; questions not named here are answered from all their options. */
const FITTING: Readonly<Record<string, Readonly<Record<Audience, readonly string[]>>>> = {
  'demo.role': {
    child: ['child'],
    youth: ['young_person'],
    family: ['parent_carer', 'parent_carer', 'parent_carer', 'family_other'],
    pro: ['professional'],
  },
  'demo.age': {
    child: ['5-9', '5-9', '5-9', '0-4'],
    youth: ['10-12', '13-15', '13-15', '16-17', '18-25'],
    family: ['0-4', '5-9', '5-9', '10-12', '13-15', '16-17', '18-25'],
    pro: ['0-4', '5-9', '10-12', '13-15', '16-17'],
  },
};

export function aboutYou(
  gathering: Gathering,
  schemes: readonly AreaScheme[],
  edition: Edition,
  random: Random,
): Story['about'] {
  const questions: Record<string, Answer> = {};
  for (const question of edition.questions) {
    const ids = question.options.map((option) => option.id);
    const fitting = FITTING[question.id]?.[gathering.audience].filter((id) => ids.includes(id)) ?? [];
    if (random.chance(0.04)) questions[question.id] = { state: 'unanswered' };
    else if (ids.includes('rather_not') && random.chance(0.05)) questions[question.id] = chose('rather_not');
    else if (fitting.length > 0) questions[question.id] = chose(random.pick(fitting));
    else questions[question.id] = chose(random.weighted(ids, weightsFor(question, 'about', 0, ids.length)));
  }
  return { places: places(gathering, schemes, edition, random), questions };
}

const chose = (option: string): Answer => ({ kind: 'choice', state: 'answered', chosen: [option] });

function places(
  gathering: Gathering,
  schemes: readonly AreaScheme[],
  edition: Edition,
  random: Random,
): Record<string, Place> {
  const found: Record<string, Place> = {};
  if (gathering.schoolLocality !== null)
    found['send_locality'] = { area: gathering.schoolLocality, basis: 'collector' };
  const lac = schemes.find((scheme) => scheme.id === 'lac');
  const other = random.pick(edition.place.others).id;
  const says = random.weighted(['home', 'elsewhere', 'not an area', 'nothing'] as const, [84, 9, 4, 3]);
  if (lac === undefined || says === 'nothing') return found;
  if (says === 'not an area') return { ...found, lac: { area: other, basis: 'teller' } };
  const area = says === 'home' ? gathering.area : random.pick(lac.areas).id;
  found['lac'] = { area, basis: 'teller' };
  const wards = schemes
    .flatMap((scheme) => (scheme.id === 'ward' ? scheme.areas : []))
    .filter((ward) => ward.within?.area === area);
  // Professionals know the ward they speak of.
  if (gathering.audience === 'pro' && wards.length > 0)
    found['ward'] = { area: random.pick(wards).id, basis: 'teller' };
  return found;
}
