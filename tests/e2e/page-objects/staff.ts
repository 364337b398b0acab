import { expect, type Page } from '@playwright/test';

/** Somebody who works with stories: becomes the first steward, takes the roles needed, reads. */
export class Staff {
  constructor(readonly page: Page) {}

  async becomeFirstSteward(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Your name').fill('Test Steward');
    await this.page.getByLabel('Email').fill('steward@example.org');
    await this.page.getByLabel('Choose a password').fill('otter lantern maple spoon');
    await this.page.getByRole('button', { name: 'Make my account' }).click();
    await expect(this.page).not.toHaveURL(/first-steward/);
    await expect(this.page, 'the token of the link is left behind').not.toHaveURL(/#./);
  }

  async takeRoles(programme: string, ...roles: string[]): Promise<void> {
    await this.page.goto(`/people/${programme}`);
    const own = this.page.locator('form').filter({ hasText: 'Roles for myself' });
    for (const role of roles) await own.getByRole('checkbox', { name: role }).first().check({ force: true });
    await own.getByRole('button', { name: 'Take these roles' }).click();
    await expect(this.page.getByText('Done. You are now')).toBeVisible();
  }

  /** Opens a waiting story by what may be known of it before: who told it. */
  async openStoryOf(programme: string, teller: RegExp): Promise<void> {
    await this.page.goto(`/care/${programme}`);
    await this.page.getByRole('listitem').filter({ hasText: teller }).getByRole('link').click();
  }

  async clear(): Promise<void> {
    const before = this.page.url();
    await this.page.getByRole('button', { name: 'Clear it' }).click();
    await expect(this.page).not.toHaveURL(before);
  }
}
