import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DoorView from '../../src/lib/ui/door/DoorView.svelte';

const OPEN = [{ slug: 'sheffield-send', name: 'Sheffield SEND stories', state: 'trial' }];

test('the front door says in one first-level heading what this is, and where to ring in danger', async () => {
  const screen = await render(DoorView, {
    entrances: null,
    open: OPEN,
    collector: 'K7M2QP',
    codeAction: '?/code',
    onCode: vi.fn(),
  });
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('One story is a stalk.');
  await expect.element(screen.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999');
  await expect.element(screen.getByRole('link', { name: /^Tell/ })).toHaveAttribute('href', '/t/K7M2QP');
});

test('a typed code is forgiven its form; one that cannot be a code is explained, and nothing is sent', async () => {
  const onCode = vi.fn();
  const screen = await render(DoorView, {
    entrances: null,
    open: OPEN,
    collector: null,
    codeAction: '?/code',
    onCode,
  });
  const field = screen.getByLabelText('I have a code');
  await field.fill('0oil11');
  await screen.getByRole('button', { name: 'Go' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('not a code we can use');
  await expect.element(field).toHaveFocus();
  expect(onCode).not.toHaveBeenCalled();
  await field.fill('k7m-2qp');
  await screen.getByRole('button', { name: 'Go' }).click();
  expect(onCode).toHaveBeenCalledExactlyOnceWith('K7M2QP');
});

test('the look is chosen by radio and remembered for this device', async () => {
  const screen = await render(DoorView, {
    entrances: null,
    open: OPEN,
    collector: null,
    codeAction: '?/code',
    onCode: vi.fn(),
  });
  await screen.getByText('Look', { exact: true }).click();
  await screen.getByRole('radio', { name: 'Cream' }).click();
  expect(document.documentElement.dataset['theme']).toBe('cream');
  expect(localStorage.getItem('sheaf.look')).toBe('cream');
  await screen.getByRole('radio', { name: 'As this device' }).click();
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(localStorage.getItem('sheaf.look')).toBeNull();
});
