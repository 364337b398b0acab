import type { Framework, FrameworkSignifier } from '../../domain/framework/framework';

/** The words a framework must have but an imported one does not know: nobody is asked with it again. */
const said = (family: string) => ({ family });
const NOT_ASKED_AGAIN = said('Imported: this is not asked again.');

/** The other tool marks no core. What was placed says how it was; lists are often about the teller (age, gender). */
function coreOf(signifiers: readonly FrameworkSignifier[]): readonly FrameworkSignifier[] {
  const placed = signifiers.filter(({ kind }) => kind === 'triad' || kind === 'slider' || kind === 'stones');
  return placed.length > 0 ? placed : signifiers;
}

/** A framework around imported signifiers. Its one set leads through them in order, so that previews work. */
export function importedFramework(made: {
  id: string;
  version: number;
  name: string;
  locale: string;
  storyStem: string;
  signifiers: FrameworkSignifier[];
}): Framework {
  const { id, version, name, locale, storyStem, signifiers } = made;
  return {
    schema: 1,
    id,
    version,
    name,
    status: 'reviewed',
    notice: 'Imported from SenseMaker. Words are the ones its tellers read.',
    locale,
    audiences: ['family'],
    core: coreOf(signifiers).map((signifier) => signifier.id),
    prompts: [],
    story: { guidance: said(storyStem), starters: {}, softMaxChars: 5000, maxChars: 20_000 },
    title: { text: NOT_ASKED_AGAIN, maxChars: 200 },
    signifiers,
    questions: [],
    place: { stem: NOT_ASKED_AGAIN, scheme: 'none', others: [] },
    consents: [],
    sharing: { stem: NOT_ASKED_AGAIN, options: [] },
    helpMe: {
      stem: NOT_ASKED_AGAIN,
      no: { id: 'no', text: NOT_ASKED_AGAIN },
      yes: { id: 'yes', text: NOT_ASKED_AGAIN },
      then: NOT_ASKED_AGAIN,
    },
    safety: { interruption: NOT_ASKED_AGAIN, helpLabel: NOT_ASKED_AGAIN, afterHardStory: NOT_ASKED_AGAIN },
    closing: {
      check: NOT_ASKED_AGAIN,
      thanks: NOT_ASKED_AGAIN,
      next: NOT_ASKED_AGAIN,
      receipt: NOT_ASKED_AGAIN,
      handover: NOT_ASKED_AGAIN,
    },
    sets: { family: { minutes: 10, steps: ['story', ...signifiers.map((signifier) => signifier.id)] } },
    catalogues: {},
  };
}
