import type { Page } from '@playwright/test';

/** Reads rows as the database has them, without the application's own code. */
export function readTable(page: Page, table: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sanxun');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error as Error));
    });
    const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const reading = database.transaction(name).objectStore(name).getAll();
      reading.addEventListener('success', () => resolve(reading.result as Record<string, unknown>[]));
      reading.addEventListener('error', () => reject(reading.error as Error));
    });
    database.close();
    return rows;
  }, table);
}

export async function idsOf(page: Page, table: string): Promise<string[]> {
  return (await readTable(page, table)).map((row) => String(row['id'])).toSorted();
}
