import type { Platform } from '@whatsapp-optin/sdk';
import { expect, userEvent, waitFor } from 'storybook/test';
import { ACME } from './acme.js';
import { rootOf } from './prompt-of.js';
import { QUIET_PLATFORM } from './quiet-platform.js';

const copied: string[] = [];

/** Copies into a list, because a browser opens its clipboard to a person's own press alone. */
export const COPYING_PLATFORM: Platform = {
  ...QUIET_PLATFORM,
  copyText(text) {
    copied.push(text);
    return Promise.resolve(true);
  },
};

/** Opens the help, and copies the number and the message by its rows; each is said by the live region. */
export async function copyBoth({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  copied.length = 0;
  await press(canvasElement, 'help');
  for (const action of ['copy_number', 'copy_message']) {
    await press(canvasElement, action);
    // The row itself shows it, for a moment.
    await waitFor(() =>
      expect(rootOf(canvasElement).querySelector(`[data-action="${action}"][data-done]`)).not.toBeNull(),
    );
  }
  await expect(copied).toEqual([ACME.phone, expect.stringContaining(ACME.ticketNumber)]);
}

async function press(canvasElement: HTMLElement, action: string): Promise<void> {
  const control = await waitFor(
    () => {
      const found = rootOf(canvasElement).querySelector<HTMLElement>(`button[data-action="${action}"]`);
      if (!found) throw new Error(`There is no button for "${action}" yet.`);
      return found;
    },
    { timeout: 10_000 },
  );
  await userEvent.click(control);
}
