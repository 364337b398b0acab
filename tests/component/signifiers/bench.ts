import { beforeEach, expect, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Audience } from '$lib/domain/audience';
import content from '$lib/domain/framework/content/sheffield-send.json';
import type { Signifier } from '$lib/domain/framework/edition';
import { editionFor } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { AnswerSchema, type Answer } from '$lib/domain/signifier/answer';
import type { CornerOrder } from '$lib/domain/signifier/spaces';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import Host from './Host.svelte';

const framework = FrameworkSchema.parse(content);

beforeEach(async () => {
  document.documentElement.dir = 'ltr';
  wayIn.forget();
  await page.viewport(360, 740);
});

export function signifier(id: string, audience: Audience = 'youth'): Signifier {
  const edition = editionFor(framework, audience);
  const found = [...edition.signifiers, ...edition.questions].find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`${audience} is not asked ${id}`);
  return found;
}

/** Shows one signifier on a phone; `given` is what the teller has answered so far. */
export async function show(id: string, first?: Answer, audience: Audience = 'youth', corners?: CornerOrder) {
  const onanswer = vi.fn<(answer: Answer | undefined) => void>();
  const screen = await render(Host, { signifier: signifier(id, audience), audience, corners, first, onanswer });
  return {
    screen,
    onanswer,
    /** The last answer, checked against the schema it will be stored by. */
    given: (): Answer | undefined => {
      const answer = onanswer.mock.lastCall?.[0];
      if (answer !== undefined) expect(AnswerSchema.safeParse(answer).error).toBeUndefined();
      return answer;
    },
  };
}

export function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`nothing on screen is ${selector}`);
  return element;
}

export interface Stroke {
  readonly touch?: boolean;
  /** Points passed on the way, relative to the element's box. */
  readonly via?: readonly (readonly [number, number])[];
  readonly end?: 'up' | 'cancel' | 'escape';
}

/** A pointer pressed at a pixel of an element's box, moved through others, and let go at the last. */
export async function stroke(
  target: Element,
  origin: Element,
  from: readonly [number, number],
  how: Stroke = {},
): Promise<void> {
  const box = origin.getBoundingClientRect();
  const fire = (type: string, [x, y]: readonly [number, number]) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + x,
        clientY: box.top + y,
        pointerId: 7,
        pointerType: how.touch ? 'touch' : 'mouse',
        isPrimary: true,
        button: 0,
        buttons: type === 'pointerup' ? 0 : 1,
        bubbles: true,
        cancelable: true,
      }),
    );
  fire('pointerdown', from);
  let last = from;
  for (const point of how.via ?? []) {
    fire('pointermove', point);
    last = point;
  }
  if (how.end === 'cancel') fire('pointercancel', last);
  else if (how.end === 'escape') {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    fire('pointerup', last);
  } else fire('pointerup', last);
  await new Promise((resolve) => setTimeout(resolve));
}
