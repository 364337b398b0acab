import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '$lib/domain/audience';
import { contactsShown, publicProgramme } from '$lib/domain/programme/programme';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { helpFor } from '$lib/tell/contacts';

describe('the contacts of a trial', () => {
  it.each(AUDIENCES)('are 999, Childline and a word that the local ones are missing, for %s', (audience) => {
    const help = helpFor(publicProgramme(SHEFFIELD_TRIAL), [audience]);
    const numbers = help.flatMap(({ call }) => (call === null ? [] : [call.number]));
    expect(numbers).toEqual(['999', '0800 1111']);
    expect(help.at(-1)).toMatchObject({ id: 'trial', call: null });
  });

  it('are told in the words of a child to a child', () => {
    const [note] = helpFor(publicProgramme(SHEFFIELD_TRIAL), ['child']).slice(-1);
    expect(note).toMatchObject({ name: 'This is only a try-out. The numbers here work.', how: '' });
  });
});

it('an open programme shows what a steward has checked, to whom it is for', () => {
  const contacts = SHEFFIELD_TRIAL.contacts.map((contact) => ({ ...contact, checked: contact.id === 'hub' }));
  const shown = contactsShown({ state: 'open', contacts });
  expect(shown.map(({ id }) => id)).toEqual(['emergency', 'childline', 'trusted', 'hub']);
  expect(shown.find(({ id }) => id === 'childline')?.audiences).toEqual(['child', 'youth']);
});
