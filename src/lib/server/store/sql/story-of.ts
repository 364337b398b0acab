import { StorySchema, type Story } from '../../../domain/story/story';
import { storedJson, storedText } from '../damaged';
import type { Tables } from './tables';

/** What a row of `stories` holds, unless its body is not what arrived any more. */
export function storyOf({ programme_id, serial, hash, body }: Row): Story {
  const place = placeOf({ programme_id, serial });
  return storedJson(place, StorySchema, storedText(place, body, hash));
}

export function placeOf({ programme_id, serial }: Pick<Row, 'programme_id' | 'serial'>): string {
  return `stories, serial ${serial} of ${programme_id}`;
}

type Row = Pick<Tables['stories'], 'programme_id' | 'hash' | 'body'> & { readonly serial: number };
