import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../scripts/chromium.mjs';

/** A browser of its own, because Chromium reads a reader's settings when it starts. */
export interface ReaderBrowser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** @param webprefs - what the reader has chosen in Chromium's settings: `default_font_size` in CSS pixels, … */
export async function openReaderBrowser(webprefs: Readonly<Record<string, number>>): Promise<ReaderBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'whatsapp-optin-reader-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs } }));
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 1280, height: 720 },
  });
  return {
    newPage: () => context.newPage(),
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
