import { tick } from 'svelte';

/**
 * A button that took something away goes with it, and the focus with the button. Gives it to the control that is
 * answered by, so that keys and switches stay where they were.
 */
export async function keepFocus(root: HTMLElement | undefined, selector: string): Promise<void> {
  await tick();
  if (document.activeElement === document.body) root?.querySelector<HTMLElement>(selector)?.focus();
}
