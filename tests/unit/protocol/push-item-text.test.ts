import { expect, it } from 'vitest';
import { canonicalJson } from '$lib/domain/story/content-hash';
import { pushItemText } from '$lib/protocol/push-item-text';
import { anItem } from '../../fixtures/pushes';
import { aStory } from '../../fixtures/stories';

it('the text of a push item holds its story as it was hashed, and reads as the item', async () => {
  const item = await anItem(aStory(), { receipt: 'f'.repeat(64), help: { wanted: true, contact: '"}' } });
  const text = pushItemText(item, canonicalJson(item.story));
  expect(JSON.parse(text)).toEqual(item);
  expect(text).toContain(canonicalJson(item.story));
});
