import type { Centres } from './centres';
import type { Embedding } from './embedding';

/** Centres are told apart to a fiftieth of a side: less than a finger's width on a triad. */
const STEP = 0.02;

/**
 * A key under which the name that people gave a pattern can be kept: the same for the same view, blocks and rounded
 * centre. New stories may move a centre to another key; then `matchPatterns` carries the name over. 53 bits, as 14
 * characters of 0-9 a-f (two FNV-1a hashes of the text): for telling some patterns apart, not for secrecy.
 */
export function patternKey(view: string, embedding: Embedding, centres: Centres, number: number): string {
  const { width, values } = centres;
  const rounded = Array.from(values.subarray(number * width, (number + 1) * width), (value) =>
    Math.round(value / STEP),
  );
  const text = JSON.stringify([view, embedding.blocks.map(({ id, width: axes }) => [id, axes]), rounded]);
  return (
    fnv1a(text, 0x811c9dc5).toString(16).padStart(8, '0') + fnv1a(text, 0x1000193).toString(16).padStart(8, '0')
  ).slice(0, 14);
}

function fnv1a(text: string, start: number): number {
  let value = start;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
