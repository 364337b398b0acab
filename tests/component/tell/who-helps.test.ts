import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { AUDIENCES } from '$lib/domain/audience';
import { newDraft } from '$lib/survey/new-draft';
import { Telling } from '$lib/tell/telling.svelte';
import HelperWrites from '$lib/tell/ways-to-tell/HelperWrites.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';
import { nowhere } from '../../fixtures/nowhere';

it.each(AUDIENCES)('whoever helps is asked who they are, and not told: %s', async (audience) => {
  const shown = edition(audience);
  const telling = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), nowhere());
  await render(HelperWrites, { telling });
  const asked = page.getByRole('group', { name: 'Who are you to the person whose story this is?' });
  await expect.element(asked.getByRole('radio', { name: 'Someone else in the family' })).toBeInTheDocument();
});
