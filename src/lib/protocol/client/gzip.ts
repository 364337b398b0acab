/** Below this a packed body is hardly smaller. */
const WORTH_PACKING_CHARS = 1024;

/** The text as gzip; null where it is not worth it or the browser cannot (Safari before 16.4): it is then sent as it is. */
export async function gzipped(text: string): Promise<ArrayBuffer | null> {
  if (text.length < WORTH_PACKING_CHARS || typeof CompressionStream === 'undefined') return null;
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).arrayBuffer();
}
