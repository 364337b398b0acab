import { describe, expect, it } from 'vitest';
import content from '$lib/domain/framework/content/sheffield-send.json';
import arabic from '$lib/domain/framework/content/sheffield-send.ar.json';
import { editionFor } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { newDraft } from '$lib/survey/new-draft';
import { draftOf } from '$lib/tell/steps-room';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

describe('a story that is gone on with in another language', () => {
  it('keeps all that was told, and notes what is read now', () => {
    const told = { ...newDraft(STORY_ID, collector(), edition('family')), text: 'Synthetic words of a test.' };
    const other = editionFor(FrameworkSchema.parse(content), 'family', 'ar', arabic);
    expect(draftOf({ kind: 'draft', draft: told }, collector(), other, 'ar')).toEqual({ ...told, locale: 'ar' });
  });

  it('has the same steps in every language', () => {
    const other = editionFor(FrameworkSchema.parse(content), 'family', 'ar', arabic);
    expect(other.set).toEqual(edition('family').set);
  });
});
