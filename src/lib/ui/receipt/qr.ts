import { encode } from 'uqr';

/** Light border that readers need around the code, in modules (ISO/IEC 18004 asks for 4). */
export const QUIET = 4;

export interface QrDrawing {
  /** Modules along one side, border included. */
  readonly size: number;
  /** Dark modules as SVG path data, one unit each. */
  readonly path: string;
}

export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  return { size: size + 2 * QUIET, path: path.join('') };
}
