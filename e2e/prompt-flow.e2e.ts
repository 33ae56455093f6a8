import type { CDPSession, Page } from '@playwright/test';
import { RENDERERS } from './prompt-page.js';
import { expect, test } from './prompt-test.js';
import { visitWhatsApp } from './whatsapp-tab.js';

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const LINKED = ['card', 'bar', 'button', 'floating', 'sheet', 'qr'] as const;

/** The innermost focused node, through shadow roots, and whether anything else lies over its middle. */
async function focusedNow(page: Page): Promise<{ name: string; covered: boolean }> {
  return page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    if (!node || node === document.body) return { name: '', covered: false };
    const { x, y, width, height } = node.getBoundingClientRect();
    const root = node.getRootNode() as Document | ShadowRoot;
    const top = root.elementFromPoint(x + width / 2, y + height / 2);
    const covered = !(top && (node.contains(top) || top.contains(node)));
    return { name: (node.getAttribute('aria-label') ?? node.textContent ?? '').trim(), covered };
  });
}

/** Puts the focus before the prompt, where a reader comes from. */
async function startAtTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    const start = Object.assign(document.createElement('a'), { href: '#', textContent: 'Start' });
    document.body.prepend(start);
    start.focus();
  });
}

/** Presses Tab until the control of this name has the focus. @returns how often */
async function tabTo(page: Page, name: string): Promise<number> {
  for (let stops = 1; stops <= 8; stops += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusedNow(page);
    expect(focus.covered, `${focus.name} is covered`).toBe(false);
    if (focus.name === name) return stops;
  }
  throw new Error(`Tab does not come to "${name}".`);
}

/** Words of the live regions, as assistive technology receives them. */
async function liveTexts(session: CDPSession): Promise<string[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const regions = nodes.filter(({ properties }) => properties?.some((one) => one.name === 'live' && one.value.value));
  return regions.filter(({ role }) => role?.value === 'status').map(({ nodeId }) => textUnder(nodes, nodeId));
}

function textUnder(
  nodes: { nodeId: string; childIds?: string[]; role?: unknown; name?: unknown }[],
  id: string,
): string {
  const node = nodes.find(({ nodeId }) => nodeId === id);
  const { value: role } = (node?.role ?? {}) as { value?: string };
  if (role === 'StaticText') return String(((node?.name ?? {}) as { value?: string }).value ?? '');
  return (node?.childIds ?? []).map((child) => textUnder(nodes, child)).join('');
}

for (const renderer of RENDERERS) {
  test.describe(renderer, () => {
    for (const display of LINKED) {
      test(`${display}: the whole flow by keyboard in at most 6 stops, under the strictest policy`, async ({
        stageOf,
      }) => {
        const stage = await stageOf(renderer);
        const { page } = stage;
        await stage.show({ ...TICKET, display }, { media: { reducedMotion: 'reduce' } });
        await expect(page.locator('.whatsapp-optin :is(a, button)').first()).toBeVisible();
        await startAtTheTop(page);
        let stops = 0;
        if (display === 'floating' || display === 'sheet') {
          stops += await tabTo(page, 'Enable WhatsApp Notifications');
          await page.keyboard.press('Enter');
          await expect(page.locator('.whatsapp-optin-panel .whatsapp-optin-heading')).toBeFocused();
        }
        stops += await tabTo(page, 'Enable WhatsApp Notifications');
        await visitWhatsApp(page, () => page.keyboard.press('Enter'));
        await expect(page.locator('.whatsapp-optin-card[data-state=waiting]')).toBeVisible();
        expect((await focusedNow(page)).name).not.toBe('');
        stops += await tabTo(page, 'WhatsApp did not open?');
        await page.keyboard.press('Enter');
        await expect(page.locator('.whatsapp-optin-help-panel h3')).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(page.locator('.whatsapp-optin-help-panel')).toHaveCount(0);
        expect((await focusedNow(page)).name).toBe('WhatsApp did not open?');
        stops += await tabTo(page, 'I don’t use WhatsApp');
        await page.keyboard.press('Enter');
        await expect(page.locator('.whatsapp-optin-card[data-state=declined]')).toBeVisible();
        expect((await focusedNow(page)).name, 'the focus is not lost').not.toBe('');
        expect(stops).toBeLessThanOrEqual(6);
        expect(await stage.violations()).toEqual([]);
        expect(stage.errors).toEqual([]);
      });
    }

    test('renders the QR, the panels and the receipt under the strictest policy without a violation', async ({
      stageOf,
    }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      for (const display of ['card', 'qr', 'kiosk', 'print']) {
        await stage.show({ ...TICKET, display, qr: 'always' });
        await expect(page.locator('.whatsapp-optin-code path')).toHaveAttribute('d', /^M4 4h7/);
        expect(await stage.violations(), display).toEqual([]);
      }
      await stage.show({ ...TICKET, 'test-state': 'connected' });
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the consent receipt' }).click();
      expect((await download).suggestedFilename()).toBe('whatsapp-consent-A001.json');
      expect(await stage.violations()).toEqual([]);
    });

    test('announces each change once, politely, to assistive technology', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      await stage.show({ ...TICKET, 'test-state': 'waiting' });
      await expect(page.getByRole('status')).toHaveText('Waiting for your message…');
      const session = await page.context().newCDPSession(page);
      await session.send('Accessibility.enable');
      expect(await liveTexts(session)).toEqual(['Waiting for your message…']);
      await page.context().grantPermissions(['clipboard-write']);
      await page.getByRole('button', { name: 'WhatsApp did not open?' }).click();
      await page.getByRole('button', { name: 'Copy the number' }).click();
      await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
      expect(await liveTexts(session)).toEqual(['Waiting for your message…']);
      const offline = "You're offline. This page updates when you're back.";
      await page.context().setOffline(true);
      await expect(page.getByRole('status')).toHaveText(offline);
      expect(await liveTexts(session)).toEqual([offline]);
      await expect(page.getByRole('status')).toHaveAttribute('role', 'status');
      await expect(page.locator('[aria-live=assertive], [role=alert]')).toHaveCount(0);
    });

    test('holds the focus in the sheet and gives it back to its button', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      await stage.show({ ...TICKET, display: 'sheet' });
      const launcher = page.locator('.whatsapp-optin-launcher');
      await launcher.click();
      await expect(page.locator('dialog .whatsapp-optin-heading')).toBeFocused();
      expect(await page.locator('dialog').evaluate((node) => node.matches(':modal'))).toBe(true);
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog')).toHaveCount(0);
      await expect(launcher).toBeFocused();
    });

    test('moves nothing for a reader who wants no motion', async ({ stageOf }) => {
      const stage = await stageOf(renderer);
      const { page } = stage;
      for (const state of ['waiting', 'connected']) {
        await stage.show({ ...TICKET, 'test-state': state, qr: 'always' }, { media: { reducedMotion: 'reduce' } });
        await expect(page.locator(`[data-state=${state}]`).first()).toBeVisible();
        const running = await page.evaluate(() => {
          const hosts = [
            document,
            ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
          ];
          return hosts.flatMap((host) => host.getAnimations()).length;
        });
        expect(running, state).toBe(0);
      }
    });
  });
}
