import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { find, show, signifier } from './bench';
import Host from './Host.svelte';

describe('a single choice', () => {
  it('has nothing chosen before the teller chooses', async () => {
    const { onanswer } = await show('mcq.feel');
    expect(document.querySelectorAll('input[type=radio]')).toHaveLength(7);
    expect(document.querySelectorAll('input:checked')).toHaveLength(0);
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('keeps the last option chosen, and can be taken back to no answer', async () => {
    const { screen, given, onanswer } = await show('mcq.feel');
    await screen.getByText('Bad', { exact: true }).click();
    await screen.getByText('Good', { exact: true }).click();
    expect(given()).toEqual({ kind: 'choice', state: 'answered', chosen: ['happy'] });
    await screen.getByRole('button', { name: 'Take off' }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
    expect(document.querySelectorAll('input:checked')).toHaveLength(0);
  });

  it('is answered by keys alone', async () => {
    const { given } = await show('mcq.feel');
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{ArrowDown}');
    expect(given()).toEqual({ kind: 'choice', state: 'answered', chosen: ['sad'] });
  });

  it('offers "does not fit" only where the question does', async () => {
    await show('demo.age');
    expect(document.querySelectorAll('[aria-pressed]')).toHaveLength(0);
  });
});

describe('a multiple choice', () => {
  it('adds and takes away, in the order of the question', async () => {
    const { screen, given, onanswer } = await show('mcq.stage');
    await screen.getByText('Waiting').click();
    await screen.getByText('Noticing I needed help').click();
    expect(given()).toEqual({ kind: 'choice', state: 'answered', chosen: ['notice', 'wait'] });
    await screen.getByText('Waiting').click();
    await screen.getByText('Noticing I needed help').click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
  });

  it('takes no more than it may, says so, and leaves the box empty', async () => {
    const question = signifier('mcq.stage');
    if (question.kind !== 'choice') throw new Error('not a choice');
    const onanswer = vi.fn();
    const screen = await render(Host, { signifier: { ...question, maxChosen: 2 }, onanswer });
    await expect.element(screen.getByRole('status')).toHaveTextContent('Pick up to 2.');
    await screen.getByText('Waiting').click();
    await screen.getByText('Everyday life').click();
    await screen.getByText('Noticing I needed help').click();
    expect(onanswer.mock.lastCall?.[0]).toEqual({ kind: 'choice', state: 'answered', chosen: ['wait', 'everyday'] });
    expect(find('input[value="notice"]')).not.toBeChecked();
    await expect
      .element(screen.getByRole('status'))
      .toHaveTextContent('You have picked 2. Take one off to pick another.');
  });
});

describe('words as an answer', () => {
  it('are given as they are typed, and no answer when they are gone', async () => {
    const { screen, given, onanswer } = await show('open.small');
    const box = screen.getByRole('textbox');
    await box.fill('A quiet room');
    expect(given()).toEqual({ kind: 'text', state: 'answered', text: 'A quiet room' });
    await box.fill('   ');
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
  });

  it('are put away by "does not fit" and come back', async () => {
    const { screen, given } = await show('open.small', { kind: 'text', state: 'answered', text: 'Time' });
    const button = screen.getByRole('button', { name: "This doesn't fit my story" });
    await button.click();
    expect(given()).toEqual({ state: 'not_applicable' });
    await expect.element(screen.getByRole('textbox')).toHaveValue('');
    await button.click();
    await expect.element(screen.getByRole('textbox')).toHaveValue('Time');
  });

  it('are not offered to the browser to remember', async () => {
    await show('open.small');
    expect(find('textarea')).toHaveAttribute('autocomplete', 'off');
  });
});

describe('words beside a control', () => {
  it('are read aloud when tapped and place nothing', async () => {
    const onspeak = vi.fn();
    const onanswer = vi.fn();
    const screen = await render(Host, { signifier: signifier('triad.right'), onanswer, onspeak });
    await screen.getByRole('button', { name: 'The right support' }).click();
    expect(onspeak).toHaveBeenCalledWith('The right support');
    expect(onanswer).not.toHaveBeenCalled();
  });
});
