import type { Page } from '@playwright/test';

export const dayMs = 86_400_000;

/** The day so many days from now, as 'YYYY-MM-DD' by the clock on the wall. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * dayMs).toLocaleDateString('sv-SE');

/** Sets the page's date so many days forth, or back where negative, until the page is loaded again. */
export const moveDate = (page: Page, days: number): Promise<void> =>
  page.evaluate((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, days * dayMs);
