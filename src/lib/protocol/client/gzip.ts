/** Below this a packed body is hardly smaller. */
const WORTH_PACKING_CHARS = 1024;

/** A body ready to be sent; `gzip` is null where it is not worth it or the browser cannot (Safari before 16.4). */
export interface Packed {
  readonly text: string;
  readonly gzip: ArrayBuffer | null;
}

export async function packed(text: string): Promise<Packed> {
  if (text.length < WORTH_PACKING_CHARS || typeof CompressionStream === 'undefined') return { text, gzip: null };
  const packing = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { text, gzip: await new Response(packing).arrayBuffer() };
}
