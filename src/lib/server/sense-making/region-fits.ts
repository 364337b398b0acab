import { findSignifier, type Framework } from '../../domain/framework/framework';
import type { RegionDraft } from '../../domain/programme/region';

/** Whether a region can be measured: its signifier is asked and has a space of that shape, and its stone exists. */
export function regionFits(framework: Framework, { signifier, stone, shape }: RegionDraft): boolean {
  const asked = findSignifier(framework, signifier);
  switch (asked?.kind) {
    case 'triad':
      return shape.kind === 'loop' && stone === undefined;
    case 'slider':
      return shape.kind === 'span' && stone === undefined;
    case 'stones':
      return shape.kind === 'loop' && asked.stones.some(({ id }) => id === stone);
    case 'choice':
    case 'text':
    case 'number':
    case undefined:
      return false;
  }
}
