import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** A part of a site's settings, as soon as the desk serves the site. @param title of the page */
export async function openSettings(page: Page, url: string, title: string): Promise<void> {
  await expect(async () => {
    await page.goto(url);
    await page.reload();
    await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 2000 });
  }).toPass();
}
