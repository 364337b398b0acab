import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FrontPage from '../../src/routes/+page.svelte';

test('the front page names itself in one first-level heading', async () => {
  const screen = await render(FrontPage);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Sheaf');
});
