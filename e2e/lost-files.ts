import type { Page } from '@playwright/test';

/** Aborts the first `times` requests for a file. The query does not matter. */
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

/** Errors and console lines of a page, as its developer sees them. */
export interface ConsoleOutput {
  readonly exceptions: string[];
  /** Lines of the console. */
  readonly lines: string[];
}

export function listenToConsole(page: Page): ConsoleOutput {
  const output: ConsoleOutput = { exceptions: [], lines: [] };
  page.on('pageerror', ({ message }) => output.exceptions.push(message));
  page.on('console', (message) => output.lines.push(message.text()));
  return output;
}
