import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import '$lib/ui/theme/base.css';
import StaffFrame from '$lib/ui/frame/StaffFrame.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>A page for staff.</p>' }));

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
});

it.each([
  [320, '100%', 'ltr'],
  [360, '100%', 'ltr'],
  [360, '100%', 'rtl'],
  [320, '200%', 'ltr'],
  [360, '200%', 'ltr'],
  [360, '200%', 'rtl'],
  [820, '200%', 'ltr'],
  [1440, '100%', 'ltr'],
] as const)('all looks can be seen whole: %i px wide, letters of %s, %s', async (width, letters, dir) => {
  await page.viewport(width, 740);
  document.documentElement.style.fontSize = letters;
  document.documentElement.dir = dir;
  await render(StaffFrame, { title: 'People', signedIn: true, children });
  await page.getByText('Look', { exact: true }).click();
  await expect.poll(() => document.querySelectorAll('fieldset label').length).toBe(6);
  for (const part of document.querySelectorAll('fieldset, fieldset legend, fieldset input, fieldset label')) {
    const { left, right } = part.getBoundingClientRect();
    expect(left, part.textContent).toBeGreaterThanOrEqual(0);
    expect(right, part.textContent).toBeLessThanOrEqual(width);
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const inside = document.querySelector('fieldset')?.getBoundingClientRect();
  for (const label of document.querySelectorAll('fieldset label'))
    expect(label.scrollWidth).toBeLessThanOrEqual(inside?.width ?? 0);
});
