import type { Page } from '@playwright/test';
import { openHostPage } from './host-page.js';
import { Prompt, TICKET } from './models/prompt.js';
import { expect, test } from './prompt-test.js';
import { REACTS, aliasOfReact } from './react-versions.js';

/** What a template writes for `no-skip` and `ask-again`, and what it means; `null`: nothing. */
const SPELLINGS: readonly (readonly [string | null, boolean])[] = [
  [null, false],
  ['false', false],
  ['', true],
  ['true', true],
  ['no-skip', true],
];

/** The flags as the element reads them, and whether its card offers Skip. */
async function expectFlags(page: Page, isTrue: boolean): Promise<void> {
  const prompt = new Prompt(page, 'element');
  await expect(prompt.link).toBeVisible();
  await expect(prompt.skip).toHaveCount(isTrue ? 0 : 1);
  const flags = await page.locator('whatsapp-optin').evaluate((node) => {
    const { noSkip, askAgain } = node as HTMLElement & { noSkip: unknown; askAgain: unknown };
    return { noSkip, askAgain };
  });
  expect(flags).toEqual({ noSkip: isTrue, askAgain: isTrue });
}

for (const [spelling, isTrue] of SPELLINGS) {
  test(`no-skip and ask-again written ${JSON.stringify(spelling)} are ${isTrue}`, async ({ stageOf }) => {
    const stage = await stageOf('element');
    const flags = spelling === null ? {} : { 'no-skip': spelling, 'ask-again': spelling };
    await stage.show({ ...TICKET, ...flags });
    await expectFlags(stage.page, isTrue);
  });
}

for (const isTrue of [true, false]) {
  test(`a ${isTrue} of Vue 3 is ${isTrue}`, async ({ stageOf }) => {
    const stage = await stageOf('element');
    await stage.show(TICKET);
    await stage.page.locator('whatsapp-optin').evaluate((node, value) => {
      // Vue sets a property of the very name in the template, where there is one; else an attribute.
      for (const name of ['no-skip', 'ask-again'])
        if (name in node) Object.assign(node, { [name]: value });
        else node.setAttribute(name, String(value));
    }, isTrue);
    await expectFlags(stage.page, isTrue);
  });

  for (const [version, modules] of Object.entries(REACTS)) {
    test(`a ${isTrue} of React ${version} is ${isTrue}`, async ({ page, site }) => {
      const props = { ...TICKET, 'no-skip': isTrue, 'ask-again': isTrue };
      const script = `import '@whatsapp-optin/web-component/define';
        import { createElement } from 'react';
        import { createRoot } from 'react-dom/client';
        createRoot(document.querySelector('#root')).render(createElement('whatsapp-optin', ${JSON.stringify(props)}));`;
      await openHostPage(page, site, script, { alias: aliasOfReact(modules) });
      await expectFlags(page, isTrue);
    });
  }
}

test('a customer who said no is not asked again by ask-again="false"', async ({ page, site }) => {
  await page.goto(site.page('element', TICKET));
  const prompt = new Prompt(page, 'element');
  await prompt.skip.click();
  await expect(prompt.link).toHaveCount(0);
  await page.goto(site.page('element', { ...TICKET, 'ask-again': 'true' }));
  await expect(prompt.link).toBeVisible();
  await page.goto(site.page('element', { ...TICKET, 'ask-again': 'false' }));
  await expect(prompt.part('status')).not.toBeEmpty();
  await expect(prompt.link).toHaveCount(0);
});
