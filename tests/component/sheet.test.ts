import { createRawSnippet, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import Sheet from '$lib/ui/controls/Sheet.svelte';

let shown: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (shown !== undefined) await unmount(shown);
});

it('a sheet that is higher than the screen opens at what it is about, not at its first button', async () => {
  await page.viewport(320, 480);
  const children = createRawSnippet(() => ({
    render: () =>
      '<div><h2 id="about">Take it back?</h2><p style="block-size: 900px">What that means</p><button>Yes</button></div>',
  }));
  const props = { open: true, labelledby: 'about', onclose: () => undefined, children };
  shown = mount(Sheet, { target: document.body, props });
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toBeVisible();
  expect(dialog.element().scrollHeight).toBeGreaterThan(dialog.element().clientHeight);
  expect(dialog.element().scrollTop).toBe(0);
});
