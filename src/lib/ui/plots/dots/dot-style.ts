import type { StampStyle } from './stamp-dots';

/** How a layer of stories is drawn: as dots of a size in CSS pixels, or above some thousands as counts per cell. */
export type DotStyle = ({ readonly kind: 'dots' } & StampStyle) | { readonly kind: 'density' };

export interface LayerStyles {
  readonly chosen: DotStyle;
  readonly rest: DotStyle;
}

/** From here on dots would cover each other: an exact density buffer takes over. */
export const DENSITY_FROM = 5_000;

/** Size and opacity by the number of stories in the whole picture, so that brushing never changes a size. */
export function dotStyles(n: number): LayerStyles {
  if (n < 200) return same(6, 0.9);
  if (n < 1_000) return same(4.5, 0.85);
  if (n < DENSITY_FROM)
    return {
      chosen: { kind: 'dots', diameter: 3.4, opacity: 0.8 },
      rest: { kind: 'dots', diameter: 2.5, opacity: 0.55 },
    };
  return { chosen: { kind: 'density' }, rest: { kind: 'density' } };
}

/** The rest keeps the opacity of ghosts and is smaller: size tells the two apart too (1.36 to 1). */
function same(diameter: number, opacity: number): LayerStyles {
  return {
    chosen: { kind: 'dots', diameter, opacity },
    rest: { kind: 'dots', diameter: diameter / 1.36, opacity: 0.55 },
  };
}
