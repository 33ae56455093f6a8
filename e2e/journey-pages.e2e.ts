import { expect, test } from '@playwright/test';
import { expectAccessible } from './models/accessibility.js';
import { Demo } from './models/demo.js';

let demo: Demo;
test.beforeAll(async () => {
  demo = await Demo.start();
});
test.afterAll(async () => {
  await demo.stop();
});

for (const [path, lang] of [
  ['/', 'en'],
  ['/', 'ar'],
  ['/staff', 'en'],
  ['/phone', 'ar'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page ${path} is accessible in ${lang}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${demo.url}${path}?lang=${lang}`);
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'nothing sticks out at 320 px').toBeLessThanOrEqual(0);
    });
  }
}

test('a second start says which port is taken and how to choose another', async () => {
  const { code, said } = await demo.startAgain();
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^Port ${new URL(demo.url).port} is taken\\..* PORT=\\d+ npm start\\s*$`));
});

test('a start after a stop goes on with the data and keys of before', async () => {
  test.setTimeout(180_000);
  const key = demo.adminKey;
  demo = await demo.restart();
  expect(demo.adminKey).toBe(key);
  const answer = await fetch(`${demo.url}/api/admin/organization`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
});
