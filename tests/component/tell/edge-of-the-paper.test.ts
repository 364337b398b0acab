import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '$lib/ui/theme/base.css';
import { newDraft } from '$lib/survey/new-draft';
import StoryStep from '$lib/tell/steps/StoryStep.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

afterEach(() => void delete document.documentElement.dataset['theme']);

/** Relative luminance of `rgb(…)` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it.each(['light', 'dark', 'cream', 'contrast', 'contrast-dark'])(
  'the paper to write on has an edge to be seen: %s',
  async (look) => {
    document.documentElement.dataset['theme'] = look;
    const shown = edition('youth');
    const telling = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), nowhere());
    await render(StoryStep, { telling });
    const paper = document.querySelector('textarea');
    if (paper === null) throw new Error('no paper');
    const { borderTopColor, borderTopWidth } = getComputedStyle(paper);
    expect(borderTopColor).not.toMatch(/^rgba\(.*, 0\)$/);
    expect(Number.parseFloat(borderTopWidth)).toBeGreaterThanOrEqual(1);
    const leaf = document.createElement('i');
    leaf.style.color = 'var(--leaf)';
    document.body.append(leaf);
    const [a, b] = [luminance(borderTopColor), luminance(getComputedStyle(leaf).color)].sort(
      (one, other) => other - one,
    );
    leaf.remove();
    expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)).toBeGreaterThanOrEqual(3);
  },
);
