import type { CDPSession, Page } from '@playwright/test';

const TAB = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
const SHIFT = 8;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Presses Tab so many times, below 0 with Shift, all at once. Straight to the browser: of every key of its own Playwright writes
 * a report, which takes longer than the key, and a walk by keys presses some thousand.
 */
export async function pressTab(page: Page, times: number): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const keyboard = await session;
  const key = { ...TAB, modifiers: times < 0 ? SHIFT : 0 };
  await Promise.all(Array.from({ length: Math.abs(times) }, () => keyboard.send('Input.dispatchKeyEvent', key)));
}
