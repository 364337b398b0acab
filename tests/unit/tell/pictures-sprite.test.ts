import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PICTURE_GROUPS } from '$lib/domain/story/pictures';

it('every picture is drawn in the sprite, and nothing else is', () => {
  const sprite = readFileSync('static/pictures.svg', 'utf8');
  const drawn = [...sprite.matchAll(/<symbol id="p-([a-z-]+)"/g)].map(([, id]) => id);
  expect(drawn.sort()).toEqual(Object.values(PICTURE_GROUPS).flat().sort());
});

it('the sprite says whose drawings they are', () => {
  expect(readFileSync('static/pictures.svg', 'utf8')).toContain('OpenMoji');
  expect(readFileSync('CREDITS.md', 'utf8')).toMatch(/OpenMoji.*CC BY-SA 4\.0/);
});
