import type { Page } from '@playwright/test';

/** Aborts the first requests for a file, `times` of them, whatever its query. */
export async function loseFile(page: Page, file: string, times: number): Promise<void> {
  let asked = 0;
  await page.route(
    ({ pathname }) => pathname === file,
    (route) => {
      asked += 1;
      return asked <= times ? route.abort() : route.continue();
    },
  );
}

/** What went wrong on a page, as its developer sees it. */
export interface Complaints {
  readonly exceptions: string[];
  /** Lines of the console. */
  readonly lines: string[];
}

export function listenToComplaints(page: Page): Complaints {
  const complaints: Complaints = { exceptions: [], lines: [] };
  page.on('pageerror', ({ message }) => complaints.exceptions.push(message));
  page.on('console', (message) => complaints.lines.push(message.text()));
  return complaints;
}
