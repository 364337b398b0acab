import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Page from '../../../src/routes/care/[programme]/+page.svelte';

const AT = '2026-01-05T09:30:00.000Z';
const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const data = {
  queue: {
    now: '2026-01-05T12:00:00.000Z',
    programme: { slug: 'p', name: 'A programme', state: 'trial', origin: 'told' },
    entries: [],
    calls: [
      { id: id(1), at: AT, audience: 'child' as const },
      { id: id(3), at: '2026-01-05T10:15:00.000Z', audience: 'youth' as const },
    ],
  },
  ages: {},
  timeZone: 'UTC',
  cleared: null,
  taken: false,
  seesContacts: true,
  answered: {
    calls: [{ id: id(2), at: AT, audience: 'child' as const, answeredAt: AT, by: 'A lead', noted: true }],
    older: false,
    newer: false,
  },
  answeredFrom: null,
  ended: false,
};

/** The button of the call that was ended. */
const ENDED = 'Show what was done: Child, 09:30 today (call 0002)';

const shown = () => Response.json({ text: 'Saw them at school.' });
const signedOut = () => Response.json({ kind: 'not_signed_in' }, { status: 401 });

afterEach(() => vi.restoreAllMocks());

async function writingAndLookingUp(answer: Response) {
  vi.spyOn(window, 'fetch').mockResolvedValue(answer);
  const screen = await render(Page, { params: { programme: 'p' }, data, form: null });
  await screen.getByText('Somebody has gone to them: Child').click();
  const field = screen.getByLabelText('What was done? Child, 09:30 today (call 0001)');
  await field.fill('Rang their school, and');
  await screen.getByText('1 call for help was ended').click();
  await screen.getByRole('button', { name: ENDED }).click();
  return { screen, field };
}

test('a half-written note of one call stays while that of an ended one is looked up', async () => {
  const { screen, field } = await writingAndLookingUp(shown());
  await expect.element(screen.getByText('Saw them at school.')).toHaveFocus();
  await expect.element(field).toHaveValue('Rang their school, and');
});

test('it stays where the other cannot be had, and where its writer is not signed in any more', async () => {
  const { screen, field } = await writingAndLookingUp(signedOut());
  await expect.element(screen.getByRole('alert')).toHaveTextContent('is still here');
  await expect.element(field).toHaveValue('Rang their school, and');
});

test('its fold stays open where other calls are looked at and what is there comes anew', async () => {
  const { screen, field } = await writingAndLookingUp(shown());
  await screen.rerender({
    data: structuredClone({ ...data, queue: { ...data.queue, now: '2026-01-05T12:01:00.000Z' } }),
  });
  await expect.element(field).toBeVisible();
  await expect.element(field).toHaveValue('Rang their school, and');
});

const CHILD = 'Child, 09:30 today (call 0001)';
const YOUTH = 'Young person, 10:15 today (call 0003)';

test('it stays where the way to somebody is opened, theirs or another', async () => {
  const { screen, field } = await writingAndLookingUp(shown());
  const fetched = vi.spyOn(window, 'fetch').mockClear();
  fetched.mockResolvedValueOnce(Response.json({ wanted: true, contact: 'Ask in room 4' }));
  await screen.getByRole('button', { name: `Show how to reach them: ${CHILD}` }).click();
  await expect.element(screen.getByText('Ask in room 4')).toBeVisible();
  fetched.mockResolvedValueOnce(signedOut());
  await screen.getByRole('button', { name: `Show how to reach them: ${YOUTH}` }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('is still here');
  await expect.element(field).toHaveValue('Rang their school, and');
  expect(fetched.mock.calls.map(([address]) => address)).toEqual([
    `/api/v1/care/p/help-calls/${id(1)}/contact`,
    `/api/v1/care/p/help-calls/${id(3)}/contact`,
  ]);
});

test('it stays where another call is to be ended, and where its own end is not taken', async () => {
  const { screen, field } = await writingAndLookingUp(shown());
  const fetched = vi.spyOn(window, 'fetch');
  await screen.getByText('Somebody has gone to them: Young person').click();
  await screen.getByRole('button', { name: `End this call with note: ${YOUTH}` }).click();
  const other = screen.getByLabelText(`What was done? ${YOUTH}`);
  await expect.element(other).toHaveAccessibleDescription(/Write what was done first/);
  await expect.element(other).toHaveFocus();
  expect(fetched.mock.calls.map(([address]) => address)).not.toContain(`/api/v1/care/p/help-calls/${id(3)}/end`);
  fetched.mockResolvedValueOnce(signedOut());
  await screen.getByRole('button', { name: `End this call with note: ${CHILD}` }).click();
  await expect.element(field).toHaveAccessibleDescription(/still waits/);
  await expect.element(field).toHaveValue('Rang their school, and');
});

test('who has gone on to write stays there when the note of another call comes', async () => {
  let give: (answer: Response) => void = () => undefined;
  vi.spyOn(window, 'fetch').mockReturnValue(new Promise((resolve) => (give = resolve)));
  const screen = await render(Page, { params: { programme: 'p' }, data, form: null });
  await screen.getByText('Somebody has gone to them: Child').click();
  await screen.getByText('1 call for help was ended').click();
  await screen.getByRole('button', { name: ENDED }).click();
  const field = screen.getByLabelText(`What was done? ${CHILD}`);
  await field.click();
  give(shown());
  await expect.element(screen.getByText('Saw them at school.')).toBeVisible();
  await expect.element(field).toHaveFocus();
});

test('the fold of ended calls stays open on the way to older ones and back', async () => {
  const screen = await render(Page, { params: { programme: 'p' }, data, form: null });
  await screen.getByText('1 call for help was ended').click();
  const { calls } = data.answered;
  await screen.rerender({
    data: {
      ...data,
      answered: { calls: calls.map((call) => ({ ...call, id: id(4) })), older: false, newer: true },
      answeredFrom: { side: 'older' as const, than: id(2) },
    },
  });
  await expect.element(screen.getByText('1 older call for help that was ended')).toBeVisible();
  await screen.rerender({ data: structuredClone(data) });
  await expect.element(screen.getByRole('button', { name: ENDED })).toBeVisible();
});

test('that it could not be had is said each time', async () => {
  vi.spyOn(window, 'fetch').mockImplementation(() => Promise.resolve(signedOut()));
  const screen = await render(Page, { params: { programme: 'p' }, data, form: null });
  await screen.getByText('1 call for help was ended').click();
  const button = screen.getByRole('button', { name: ENDED });
  await button.click();
  await expect.element(screen.getByRole('alert')).toBeVisible();
  let changes = 0;
  new MutationObserver((seen) => (changes += seen.length)).observe(document.body, { childList: true, subtree: true });
  await button.click();
  await expect.poll(() => changes).toBeGreaterThan(0);
  await expect.element(screen.getByRole('alert')).toBeVisible();
});
