import type { Sought } from './engine-page';

/**
 * The control that is sought, or null. Runs in the page. Rows of a choice are pressed on their words, as a person does; what they
 * hold is theirs. WebDriver knows no names of controls, so they are worked out here as far as Sheaf's screens need it.
 */
export function seek({ role, name, within, nth = 0 }: Sought): Element | null {
  const SELECTORS: Record<Sought['role'], string> = {
    button: 'button',
    link: 'a[href]',
    radio: 'input[type="radio"]',
    checkbox: 'input[type="checkbox"]',
    textbox: 'textarea, input[type="text"]',
    heading: 'h1',
    application: '[role="application"]',
    listitem: 'li',
    text: 'p, span, strong, li, h1, h2, h3',
  };
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ??
    element
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ') ??
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
      : element.textContent);
  const called = new RegExp(name ?? '');
  // A sheet that is open hides the page behind it.
  const root =
    document.querySelector('dialog[open]') ?? (within === undefined ? document : document.querySelector(within));
  const found = [...(root?.querySelectorAll<HTMLElement>(SELECTORS[role]) ?? [])].filter(
    (element) =>
      element.getClientRects().length > 0 &&
      !element.matches(':disabled') &&
      called.test(nameOf(element).replace(/\s+/g, ' ').trim()),
  )[nth];
  if (found === undefined) return null;
  return role === 'radio' || role === 'checkbox' ? (found.closest('label') ?? found) : found;
}
