import type { Figure } from './figure';

interface Omission {
  readonly reason: string;
  readonly covers: (figure: Figure) => boolean;
}

const INFORMATION = new Set(['hdbscan', 'gap', 'truth', 'software', 'crosscheck_max_abs_differences', 'dataset']);
const SETTINGS = new Set([
  'definition',
  'note',
  'grid',
  'grid_index',
  'columns',
  'prior',
  'fields',
  'subset',
  'months',
  'candidates',
  'contrast',
  'permutations',
]);

/** What is not compared, and why; everything else is. The first reason that covers a figure is given. */
export const OMISSIONS: readonly Omission[] = [
  {
    reason: 'information only by the README',
    covers: ({ path }) => INFORMATION.has(path[0] ?? '') || path.includes('plain_gaussian_density'),
  },
  { reason: 'null in the file', covers: ({ value }) => value === null },
  {
    reason: 'a setting or a description, not a result',
    covers: ({ path }) =>
      path.some((key) => SETTINGS.has(key)) ||
      SETTING_PATHS.has(path.join('.')) ||
      /^prediction_strength\.k\.\d+$/.test(path.join('.')),
  },
  {
    reason: 'needs the true pattern of each story, which the files do not hold',
    covers: ({ path }) => /^ari_vs_truth_/.test(path.at(-1) ?? ''),
  },
];

/** Settings whose key means a result elsewhere. */
const SETTING_PATHS = new Set(['log_odds_words.group', 'cluster_profile_standardised_difference.k']);
