import { choiceTable } from '$lib/analysis/describe/choice-table';
import { association } from '$lib/analysis/describe/contingency';
import { under, type FigureGroup } from '../figure-group';
import { blockOf } from '../reference-set';
import { absolute, exact } from '../rule';

export const choice: FigureGroup = {
  name: 'choice by locality',
  owns: under('M1_by_locality'),
  compute(set) {
    const found = association(choiceTable(blockOf(set, 'M1'), set.localities).counts);
    return { M1_by_locality: { chi2: found?.chi2, df: found?.df, p: found?.p, cramers_v: found?.cramersV } };
  },
  rule: (path) => (path.at(-1) === 'df' ? exact : absolute(1e-8)),
};
