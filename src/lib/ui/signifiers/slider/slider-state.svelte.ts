import type { Answer, SliderAnswer } from '$lib/domain/signifier/answer';
import { stepOf, stepPosition, type SliderStep } from '$lib/domain/signifier/slider';
import { sliderKey } from './slider-keys';

/** One slider being answered by pointer, keys or the five steps. Verbs return the answer they lead to. */
export class SliderState {
  readonly #answer: () => Answer | undefined;
  /** Where a pointer holds the dot; `null` when none does or it slid off. */
  held = $state<number | null>(null);
  /** Where a mouse aims. */
  aim = $state<number | null>(null);
  settled = $state(0);

  constructor(answer: () => Answer | undefined) {
    this.#answer = answer;
  }

  /** The teller said that it does not fit: nothing is drawn, and the lines are dotted. */
  get misfit(): boolean {
    return this.#answer()?.state === 'not_applicable';
  }

  get at(): number | undefined {
    const answer = this.#answer();
    return answer?.state === 'answered' && answer.kind === 'slider' ? answer.at : undefined;
  }

  get drawn(): number | undefined {
    return this.held ?? this.at;
  }

  get step(): SliderStep | undefined {
    const at = this.at;
    return at === undefined ? undefined : stepOf(at);
  }

  place(at: number): SliderAnswer {
    this.settled += 1;
    return { kind: 'slider', state: 'answered', at, method: 'pointer' };
  }

  choose(step: SliderStep): SliderAnswer {
    this.settled += 1;
    return { kind: 'slider', state: 'answered', at: stepPosition(step), method: 'steps', step };
  }

  press(
    key: string,
    shift: boolean,
    mirrored: boolean,
  ): { kind: 'none' } | { kind: 'answer'; answer: Answer | undefined } {
    const meaning = sliderKey(key, shift, this.at, mirrored);
    switch (meaning.kind) {
      case 'none':
        return meaning;
      case 'take_off':
        return { kind: 'answer', answer: undefined };
      case 'place':
        return { kind: 'answer', answer: { kind: 'slider', state: 'answered', at: meaning.at, method: 'keyboard' } };
    }
  }
}
