/** A run of neighbouring bins, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The bin under a pointer; beyond the ends the first or last one. */
export function binAt(x: number, width: number, bins: number, mirrored: boolean): number {
  const share = width > 0 ? x / width : 0;
  const bin = Math.min(bins - 1, Math.max(0, Math.floor(share * bins)));
  return mirrored ? bins - 1 - bin : bin;
}

export function spanOf(one: number, other: number): Span {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

export function inSpan(span: Span | null, bin: number): boolean {
  return span !== null && bin >= span.from && bin <= span.to;
}

/** A moved end pushes the other one before it, so that no key press is refused. */
export function withEnd(span: Span, end: 'from' | 'to', bin: number): Span {
  return end === 'from' ? { from: bin, to: Math.max(bin, span.to) } : { from: Math.min(bin, span.from), to: bin };
}

/** Where a span lies, as shares of the axis. */
export function spanShares(span: Span, bins: number): { start: number; size: number } {
  return { start: span.from / bins, size: (span.to - span.from + 1) / bins };
}
