import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Tokens of one theme, read from the style sheet itself. */
function tokensOf(selector: string): Record<string, string> {
  const css = readFileSync('src/lib/ui/theme/tokens.css', 'utf8');
  const start = css.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`no theme ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  const tokens: Record<string, string> = {};
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)) tokens[name] = value;
  return tokens;
}

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const THEMES = {
  light: "[data-theme='light']",
  dark: "[data-theme='dark']",
  cream: "[data-theme='cream']",
  contrast: "[data-theme='contrast']",
  'contrast-dark': "[data-theme='contrast-dark']",
};

/** [ink, paper, least ratio]: words at AAA, lines and dots at 3, selected words at AA. */
const PAIRS: readonly [string, string, number][] = [
  ['ink', 'leaf', 7],
  ['ink', 'ground', 7],
  ['ink', 'wash', 7],
  ['ink', 'berry-soft', 7],
  ['ink-2', 'leaf', 7],
  ['ink-2', 'ground', 7],
  ['line', 'leaf', 3],
  ['line', 'ground', 3],
  ['stalk', 'leaf', 3],
  ['stalk', 'ground', 3],
  ['berry', 'leaf', 4.5],
  ['berry', 'ground', 4.5],
];

describe.each(Object.entries(THEMES))('the %s theme', (_, selector) => {
  const tokens = tokensOf(selector);

  it.each(PAIRS)('shows %s on %s at %d to 1 or better', (ink, paper, least) => {
    expect(contrast(tokens[ink] ?? '', tokens[paper] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

describe.each(['light', 'dark'] as const)('the groups of the %s theme', (theme) => {
  const tokens = tokensOf(THEMES[theme]);

  it.each(['group-1', 'group-2', 'group-3', 'group-4'])('show %s on paper at 3 to 1 or better', (group) => {
    expect(contrast(tokens[group] ?? '', tokens['leaf'] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
