import type { Page } from '@playwright/test';

export type Mode = 'open' | 'session' | 'kiosk' | 'scribe';

/** The link as one of another mode: whose device this is, is a setting of the link. */
export async function inMode(page: Page, mode: Mode): Promise<void> {
  await page.route('**/api/v1/collectors/exchange', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { collector: object }; // the exchange's own shape
    await route.fulfill({ response, json: { ...answer, collector: { ...answer.collector, mode } } });
  });
}
