import type { Page } from '@playwright/test';

/** Goes to a place of the program by its address. */
export const goTo = (page: Page, ...parts: readonly string[]): Promise<void> =>
  page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    `#/${parts.join('/')}`,
  );
