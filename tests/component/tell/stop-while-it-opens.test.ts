import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import TellPage from '$lib/tell/TellPage.svelte';
import type { Tell } from '$lib/tell/tell.svelte';
import { collector } from '../../fixtures/sheffield-edition';

/** A page of Tell at one stage: what its screens read of it. */
function at(stage: object): Tell {
  const fields = {
    stage,
    collector: collector(),
    offered: ['child', 'parent_carer'],
    keeps: 'always',
    code: 'c',
    busy: false,
  };
  return { language: null, found: null, notTaken: null, mine: null, ...fields } as unknown as Tell;
}

it('asks whether to stop when Stop was pressed while the story was still being opened, and only then', async () => {
  const askToStop = vi.fn();
  const telling = { kind: 'telling', view: () => ({}), telling: { askToStop } };
  const { rerender } = await render(TellPage, { tell: at({ kind: 'start' }), home: '/' });
  const leave = page.getByRole('button', { name: 'Leave' });

  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(leave).toBeVisible();
  await rerender({ tell: at(telling) });
  await vi.waitFor(() => expect(askToStop).toHaveBeenCalledOnce());

  await rerender({ tell: at({ kind: 'ended', how: 'kept', whose: null }) });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(leave.query(), 'nothing opens by itself afterwards').toBeNull();
  await rerender({ tell: at(telling) });
  expect(askToStop).toHaveBeenCalledOnce();
});
