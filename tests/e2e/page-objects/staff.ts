import { expect, type Page } from '@playwright/test';

/** Somebody who works with stories: becomes the first steward, takes the roles needed, reads, looks. */
export class Staff {
  constructor(readonly page: Page) {}

  async becomeFirstSteward(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Your name').fill('Test Steward');
    await this.page.getByLabel('Email').fill('steward@example.org');
    await this.page.getByLabel('Choose a password').fill('otter lantern maple spoon');
    await this.page.getByRole('button', { name: 'Make my account' }).click();
    await expect(this.page).not.toHaveURL(/first-steward/);
  }

  async takeRoles(programme: string, ...roles: string[]): Promise<void> {
    await this.page.goto(`/people/${programme}`);
    const own = this.page.locator('form').filter({ hasText: 'Roles for myself' });
    for (const role of roles) await own.getByRole('checkbox', { name: role }).first().check({ force: true });
    await own.getByRole('button', { name: 'Take these roles' }).click();
    await expect(this.page.getByText('Done. You are now')).toBeVisible();
  }

  async openNextStory(programme: string): Promise<void> {
    await this.page.goto(`/care/${programme}`);
    await this.page.getByRole('link', { name: 'Read the next one' }).click();
  }

  async clear(): Promise<void> {
    const before = this.page.url();
    await this.page.getByRole('button', { name: 'Clear it' }).click();
    await expect(this.page).not.toHaveURL(before);
  }

  /** Draws a loop round one corner of a triad: 0 and 1 at the foot, 2 at the top. */
  async lassoCorner(triad: string, corner: 0 | 1 | 2): Promise<void> {
    const paper = this.page.getByRole('group', { name: triad }).first().locator('svg.paper path');
    await paper.scrollIntoViewIfNeeded();
    const box = await paper.boundingBox();
    if (box === null) throw new Error(`the triad ${triad} is not on screen`);
    const at = { x: box.x + (corner === 2 ? 0.5 : corner) * box.width, y: box.y + (corner === 2 ? 0 : 1) * box.height };
    const reach = box.width / 5;
    await this.page.mouse.move(at.x + reach, at.y);
    await this.page.mouse.down();
    for (let turn = 1; turn <= 24; turn += 1) {
      const angle = (turn / 24) * 2 * Math.PI;
      await this.page.mouse.move(at.x + reach * Math.cos(angle), at.y + reach * Math.sin(angle));
    }
    await this.page.mouse.up();
  }
}
