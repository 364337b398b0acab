import type { Signifier } from '../domain/framework/edition';
import type { Step } from '../domain/framework/steps';
import type { PublicProgramme } from '../domain/programme/programme';
import type { Answer } from '../domain/signifier/answer';
import type { Player } from '../survey/player.svelte';
import { bold } from '../ui/signifiers/words';
import { answerSymbols, symbolsOf } from './answer-symbols';
import { answerWords } from './answer-words';
import { fixedChoice } from './choices';
import type { TellingSay } from './telling-words';

/** One thing that was told, in words, and the step where it can be changed. */
export interface CheckRow {
  readonly stepId: string;
  readonly asked: string;
  /** With bold marks, see `Phrase`. */
  readonly told: readonly string[];
  /** Pictures of what was told, for easy read; ids in the sprite. */
  readonly symbols: readonly string[];
}

/** Everything that will be sent, in the order it was asked. Title and text stand apart, as the story itself. */
export function checkRows(player: Player, programme: PublicProgramme, say: TellingSay): CheckRow[] {
  return player.steps.flatMap((step) => {
    const row = rowOf(step, player, programme, say);
    return row === null ? [] : [{ stepId: step.id, ...row }];
  });
}

function rowOf(
  step: Step,
  player: Player,
  programme: PublicProgramme,
  say: TellingSay,
): Omit<CheckRow, 'stepId'> | null {
  const { draft, edition } = player;
  switch (step.kind) {
    case 'signifier':
      return answered(step.signifier, draft.answers[step.id], say);
    case 'question':
      return answered(step.question, draft.questions[step.id], say);
    case 'prompt': {
      if (step.promptIds.length < 2) return null;
      const prompt = edition.prompts.find((candidate) => candidate.id === draft.prompt);
      return { asked: say('check.prompt'), told: [prompt?.text ?? say('check.left')], symbols: symbolsOf([prompt]) };
    }
    case 'place':
    case 'more':
    case 'sharing': {
      const fixed = fixedChoice(step, player, programme, say);
      if (fixed === null) return null;
      const chosen = fixed.question.options.find((option) => option.id === fixed.chosen);
      const left = say(step.kind === 'sharing' ? 'check.sharing.none' : 'check.left');
      return {
        asked: fixed.question.stem,
        told: [chosen === undefined ? left : bold(chosen.text)],
        symbols: symbolsOf([chosen]),
      };
    }
    case 'help_me': {
      if (draft.help === null) return { asked: edition.helpMe.stem, told: [say('check.left')], symbols: [] };
      const { wanted } = draft.help;
      const contact = draft.help.contact?.trim() ?? '';
      const yes = contact === '' ? say('check.help.yes_empty') : say('check.help.yes', { contact });
      const symbols = symbolsOf([wanted ? edition.helpMe.yes : edition.helpMe.no]);
      return { asked: edition.helpMe.stem, told: [wanted ? yes : say('check.help.no')], symbols };
    }
    case 'consent':
    case 'interruption':
    case 'practice':
    case 'story':
    case 'title':
    case 'check':
    case 'thanks':
      return null;
  }
}

function answered(signifier: Signifier, answer: Answer | undefined, say: TellingSay): Omit<CheckRow, 'stepId'> {
  const symbols = answerSymbols(signifier, answer);
  return { asked: signifier.stem, told: answerWords(signifier, answer, say), symbols };
}
