import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of axe that can be decided by a machine; a violation is named with the place where it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated, not added as a script: the pages' Content-Security-Policy lets no other script in.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => {
    // What is half faded in has not its contrast yet; what moves for ever never has an end.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
