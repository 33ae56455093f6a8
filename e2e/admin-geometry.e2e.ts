import { expect, test } from '@playwright/test';
import { geometryFaults } from './geometry.js';
import { AdminPage } from './models/admin-page.js';
import { Demo } from './models/demo.js';

const PAGES = 'sessions queue inbox deliveries compliance erase audit settings sms retention events keys'.split(' ');
const WIDTHS = [320, 390, 768, 1280];

let demo: Demo;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  demo = await Demo.start({ examplePeople: true });
});
test.afterAll(async () => {
  await demo.stop();
});

for (const width of WIDTHS) {
  test(`every page of staff is whole at ${width} px, in both directions`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'en-GB' });
    const admin = await AdminPage.open(page, demo.url);
    await admin.enter(demo.adminKey);
    const faults: Record<string, string[]> = {};
    for (const locale of ['en', 'ar'] as const) {
      await admin.choose({ locale });
      const customer = await admin.anyCustomer();
      for (const path of [...PAGES, customer]) {
        await admin.open(path);
        const found = await geometryFaults(page);
        if (found.length > 0) faults[`${path} ${locale}`] = found;
      }
    }
    expect(faults).toEqual({});
    await page.close();
  });
}
