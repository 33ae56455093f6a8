import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import { luminanceOf } from './luminance.js';

/**
 * The violations inside `<main>`, shadow roots included, each with the places where it stands. A contrast that axe cannot
 * decide, since a gradient or another box lies under the text, is measured against the nearest background that is opaque.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy lets no other script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(axe.source);
    await page.evaluate(`globalThis.luminanceOf = ${luminanceOf.toString()}`);
  }
  return page.evaluate(async () => {
    const { axe, luminanceOf: luminance } = globalThis as unknown as {
      axe: { run(node: Node | null, options: object): Promise<AxeResults> };
      luminanceOf: typeof luminanceOf;
    };
    // The bare page around has no landmarks, and shows one prompt many times.
    const off = { enabled: false };
    const rules = { region: off, 'landmark-unique': off, 'page-has-heading-one': off };
    const resultTypes = ['violations', 'incomplete'];
    const { violations, incomplete } = await axe.run(document.querySelector('main'), {
      rules,
      resultTypes,
      elementRef: true,
    });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
    for (const { id, nodes } of incomplete) {
      for (const { element, target } of nodes) {
        if (id !== 'color-contrast' || !element) found.push(`undecided, ${id}: ${target.flat().join(' ')}`);
        else {
          let under: Element | null = element;
          while (under && luminance(getComputedStyle(under).backgroundColor) === null)
            under = under.assignedSlot ?? under.parentElement ?? (under.getRootNode() as ShadowRoot).host ?? null;
          const style = getComputedStyle(element);
          const ink = luminance(style.color) ?? 0;
          const ground = (under && luminance(getComputedStyle(under).backgroundColor)) ?? 1;
          const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
          if (contrast < 4.5) found.push(`contrast of ${contrast.toFixed(2)}: ${target.flat().join(' ')}`);
        }
      }
    }
    return found;
  });
}
