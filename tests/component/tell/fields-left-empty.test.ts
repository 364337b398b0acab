import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import ReceiptPage from '$lib/tell/receipts/ReceiptPage.svelte';

const field = (name: string) => page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }));

it('are all marked and named where a receipt is looked for, and the first is gone to', async () => {
  await render(ReceiptPage, { home: '/', fragment: () => '' });
  const find = page.getByRole('button', { name: 'Find it' });
  await find.click();
  for (const name of ['The code', 'Word 1', 'Word 2', 'Word 3', 'Word 4'])
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field('The code')).toHaveFocus();
  await expect.element(field('The code')).toHaveAccessibleDescription(/type the code on your card/);
  await expect.element(field('Word 4')).toHaveAccessibleDescription(/all four words\. Word 1, Word 2, Word 3, Word 4/);

  await field('The code').fill('HB7');
  await find.click();
  await expect.element(field('The code')).toHaveAccessibleDescription(/not a code we can use/);

  await field('The code').fill('HB7KQM');
  await field('Word 1').fill('acrobat');
  await field('Word 3').fill('announce');
  await find.click();
  await expect.element(field('Word 2')).toHaveFocus();
  for (const name of ['The code', 'Word 1', 'Word 3'])
    await expect.element(field(name)).not.toHaveAttribute('aria-invalid');
  await expect.element(field('Word 4')).toHaveAccessibleDescription(/Word 2, Word 4/);
  await expect.element(field('Word 4')).toHaveAttribute('lang', 'en');
});
