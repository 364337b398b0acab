import type { ChoiceSignifier, Edition, Label } from '../domain/framework/edition';
import type { Step } from '../domain/framework/steps';
import type { PublicProgramme } from '../domain/programme/programme';
import type { Answer } from '../domain/signifier/answer';
import { givenWords } from '../i18n/spoken-words';
import type { Player } from '../survey/player.svelte';
import type { TellingSay } from './telling-words';

/**
 * The fixed questions of Tell (which prompt, where, two more minutes, sharing, help) are choices like any other: one
 * control shows them all, so that nothing looks more or less wanted, and nothing is preselected anywhere.
 */
export interface FixedChoice {
  readonly question: ChoiceSignifier;
  readonly chosen: string | null;
  /** Null takes the choice off. */
  choose(id: string | null): void;
}

export function fixedChoice(
  step: Step,
  player: Player,
  programme: PublicProgramme,
  say: TellingSay,
): FixedChoice | null {
  const { edition, draft } = player;
  switch (step.kind) {
    case 'prompt':
      return {
        question: choice(step.id, say('prompt.heading'), promptOptions(edition, step.promptIds)),
        chosen: draft.prompt,
        choose: (id) => player.choosePrompt(id),
      };
    case 'place':
      return {
        question: {
          ...choice(step.id, edition.place.stem, [...areaOptions(edition, programme), ...edition.place.others]),
          apart: edition.place.others.map((other) => other.id),
        },
        chosen: draft.places[edition.place.scheme]?.area ?? null,
        choose: (id) => player.placeIn(id),
      };
    case 'more':
      return {
        question: choice(step.id, say('more.heading'), [
          { id: 'yes', text: say('more.yes'), symbol: { id: 'yes', alt: say('more.yes') } },
          { id: 'no', text: say('more.no'), symbol: { id: 'no', alt: say('more.no') } },
        ]),
        chosen: draft.more === null ? null : draft.more ? 'yes' : 'no',
        choose: (id) => player.wantMore(id === null ? null : id === 'yes'),
      };
    case 'sharing':
      return {
        question: choice(step.id, edition.sharing.stem, edition.sharing.options),
        chosen: draft.sharing,
        choose: (id) => player.share(edition.sharing.options.find((option) => option.id === id)?.id ?? null),
      };
    case 'help_me':
      return {
        question: choice(step.id, edition.helpMe.stem, [edition.helpMe.no, edition.helpMe.yes]),
        chosen: draft.help === null ? null : (draft.help.wanted ? edition.helpMe.yes : edition.helpMe.no).id,
        choose: (id) =>
          player.askForHelp(
            id === null ? null : { wanted: id === edition.helpMe.yes.id, contact: draft.help?.contact ?? null },
          ),
      };
    case 'consent':
    case 'interruption':
    case 'practice':
    case 'story':
    case 'title':
    case 'signifier':
    case 'question':
    case 'check':
    case 'thanks':
      return null;
  }
}

export function asAnswer(chosen: string | null): Answer | undefined {
  return chosen === null ? undefined : { kind: 'choice', state: 'answered', chosen: [chosen] };
}

export function asChosen(answer: Answer | undefined): string | null {
  return answer?.state === 'answered' && answer.kind === 'choice' ? (answer.chosen[0] ?? null) : null;
}

function choice(id: string, stem: string, options: readonly Label[]): ChoiceSignifier {
  return { kind: 'choice', id, title: id, stem, options: [...options], maxChosen: 1, display: 'list' };
}

function promptOptions(edition: Edition, ids: readonly string[]): Label[] {
  return edition.prompts
    .filter((prompt) => ids.includes(prompt.id))
    .map(({ id, text, symbol }) => ({ id, text, symbol }));
}

function areaOptions(edition: Edition, programme: PublicProgramme): Label[] {
  const scheme = programme.areaSchemes.find((candidate) => candidate.id === edition.place.scheme);
  return (scheme?.areas ?? []).map((area) => ({ id: area.id, text: givenWords(area.name) }));
}
