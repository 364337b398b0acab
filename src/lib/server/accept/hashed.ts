import { hash as digest } from 'node:crypto';
import { canonicalJson, type Json } from '../../domain/story/content-hash';

/**
 * The text that is kept of a story and its hash, the same as `contentHash`: without the detour through promises, which for
 * texts of this size costs more than the hashing.
 */
export function hashed(story: Json): { readonly body: string; readonly hash: string } {
  const body = canonicalJson(story);
  return { body, hash: digest('sha256', body) };
}
