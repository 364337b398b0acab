import { PassageMaker, type Passage } from './passage';

/** What cannot be seen in words: said behind what it belongs to. */
export interface StateWords {
  readonly chosen: string;
}

const FIELD = 'textarea, input[type="text"], input:not([type])';
const NO_WORDS = 'svg, script, style, template, input, select, audio, video, canvas, [hidden]';
const CONTROL = 'button, label, summary';
/** A passage does not end with these, unless they are something to press. */
const RUNS_ON = new Set(['inline', 'inline-block', 'contents', 'ruby', 'ruby-text']);

/**
 * The words of a screen in the order they are read: what is to be seen, in the order of the page, with what is chosen
 * said behind it, and with what was typed into fields. Words for screen readers alone are left out, and of buttons with
 * the same words (one "Change" for each row) all but the first; in a row whose order tells something, none.
 */
export function gather(roots: readonly Element[], words: StateWords): Passage[] {
  const passages: Passage[] = [];
  const buttons = new Set<string>();
  const maker = new PassageMaker();

  const flush = (box: Element) => {
    if (!maker.empty) passages.push(maker.take(box, langOf(box)));
    else maker.take(box, '');
  };
  const walk = (element: Element) => {
    if (element.matches(FIELD)) return field(element);
    if (element.matches(NO_WORDS) || !isSeen(element)) return;
    const apart = element.matches(CONTROL) || !RUNS_ON.has(getComputedStyle(element).display);
    const before = passages.length;
    if (apart) flush(element.parentElement ?? element);
    for (const child of element.childNodes) {
      if (child instanceof Text) maker.add(child);
      else if (child instanceof Element) walk(child);
    }
    if (apart) flush(element);
    state(element, before);
  };
  const field = (element: Element) => {
    flush(element.parentElement ?? element);
    if (!isSeen(element)) return;
    const { value } = element as HTMLTextAreaElement | HTMLInputElement; // `FIELD` names these two
    const text = value.replace(/\s+/g, ' ').trim();
    if (text !== '') passages.push({ text, runs: [], box: element, lang: langOf(element), after: null });
  };
  const state = (element: Element, before: number) => {
    if (element instanceof HTMLButtonElement) once(element, before);
    const last = passages.length > before ? passages.at(-1) : undefined;
    if (last !== undefined && isChosen(element)) last.after = words.chosen;
  };
  const once = (button: HTMLButtonElement, before: number) => {
    const text = button.textContent.trim();
    if (buttons.has(text) && button.closest('ol') === null) passages.length = before;
    buttons.add(text);
  };
  for (const root of roots) {
    walk(root);
    flush(root);
  }
  return passages;
}

function isChosen(element: Element): boolean {
  if (element.getAttribute('aria-pressed') === 'true') return true;
  return element instanceof HTMLLabelElement && element.querySelector('input:checked') !== null;
}

function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  return !getComputedStyle(element).clipPath.startsWith('inset(50%');
}

function langOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') || 'en';
}
