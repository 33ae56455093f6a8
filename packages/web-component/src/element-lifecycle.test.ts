// @vitest-environment jsdom
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import './define.js';
import { NOTHING_HELD, countingPlatform } from './testing/counting-platform.js';
import { settled } from './testing/settled.js';
import type { WhatsAppOptInElement } from './whatsapp-optin-element.js';

type Step = (element: WhatsAppOptInElement, homes: readonly Element[]) => unknown;

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

const STEPS: Readonly<Record<string, Step>> = {
  attach: (element, [home]) => home?.append(element),
  attachElsewhere: (element, [, home]) => home?.append(element),
  move: (element, [one, other]) => (element.parentElement === one ? other : one)?.append(element),
  remove: (element) => element.remove(),
  goOnline: (element) => Object.assign(element, { server: 'https://example.com', publishableKey: 'pk_example' }),
  goStatic: (element) => (element.server = undefined),
  callNextTicket: (element) => (element.ticket = `A${element.ticket?.length ?? 0}`),
  speakArabic: (element) => (element.locale = 'ar'),
  speakEnglish: (element) => element.setAttribute('locale', 'en'),
  darken: (element) => (element.theme = 'dark'),
  toggleSkip: (element) => element.toggleAttribute('no-skip'),
  forgetPhone: (element) => element.removeAttribute('phone'),
  givePhone: (element) => element.setAttribute('phone', '+966500000000'),
  open: (element) => element.open(),
  decline: (element) => element.decline(),
  restart: (element) => element.restart(),
  refresh: (element) => void element.refresh(),
  followLink: (element) => element.shadowRoot?.querySelector<HTMLElement>('[part=link]')?.click(),
  endTask: () => turn(),
};

const noNavigation = (event: Event) => event.preventDefault();
document.addEventListener('click', noNavigation);
afterAll(() => document.removeEventListener('click', noNavigation));

/** @see reliability goal F3: created, configured and attached in any order, moved, removed, changed at any moment. */
it('is whole after any order of steps, and holds nothing once it has left', async () => {
  const steps = fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 1, maxLength: 14 });
  const run = fc.asyncProperty(steps, async (names) => {
    const { platform, held } = countingPlatform();
    const homes = [document.createElement('div'), document.createElement('div')] as const;
    document.body.append(...homes);
    const element = document.createElement('whatsapp-optin');
    const emittedOutside: string[] = [];
    for (const type of ['ready', 'statechange', 'optin', 'skip', 'failure']) {
      element.addEventListener(type, () => {
        if (!element.isConnected) emittedOutside.push(type);
      });
    }
    element.platform = platform;
    Object.assign(element, { phone: '+966500000000', organization: 'Al Noor Clinic', ticket: 'A001', locale: 'en' });

    for (const name of names) await STEPS[name]?.(element, homes);
    await settled();

    if (element.isConnected) {
      // The words of another language may still be loading.
      await vi.waitFor(() => {
        const card = element.shadowRoot?.querySelector<HTMLElement>('[part=container]');
        expect(card?.dataset).toMatchObject({ state: element.state, theme: element.theme });
        expect(card?.lang).toBe(element.locale);
      });
      expect(element.shadowRoot?.querySelectorAll('[part=container]')).toHaveLength(1);
      expect(held().listeners).toBe(1);
    } else {
      expect(element.snapshot).toBeNull();
    }
    element.remove();
    await settled();
    homes.forEach((home) => home.remove());
    expect(held()).toEqual(NOTHING_HELD);
    expect(emittedOutside).toEqual([]);
  });
  const examples: [string[]][] = [
    // The live part is still loading when the opt-in ends.
    [['attach', 'refresh', 'callNextTicket']],
    [['attach', 'refresh', 'remove']],
    // A card that has left the page is pressed.
    [['attach', 'endTask', 'remove', 'callNextTicket', 'followLink']],
  ];
  await fc.assert(run, { numRuns: 200, examples });
}, 120_000);
