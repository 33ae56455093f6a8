import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** The violations of a page, shadow roots included, each with the places where it stands. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy lets no other script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(node: Node, options: object): Promise<AxeResults> } };
    // The bare page around has no landmarks, and shows one prompt many times.
    const off = { enabled: false };
    const rules = { region: off, 'landmark-unique': off, 'page-has-heading-one': off };
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
  });
}
