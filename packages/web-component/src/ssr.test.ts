// @vitest-environment jsdom
import { CARD_CASES, cardOutline, readCardOutline } from '@whatsapp-optin/sdk/testing';
import { createOptIn, serverPlatform } from '@whatsapp-optin/sdk';
import { describe, expect, it } from 'vitest';
import { renderDeclarative } from './ssr.js';

const CLINIC = { phone: '+966500000000', organization: 'Al Noor Clinic', ticket: 'A001', locale: 'en' } as const;

/** What a browser parses, the template's contents in the place of a shadow root. */
function parsed(html: string): { element: Element; card: Element } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const element = body.querySelector('whatsapp-optin');
  const template = element?.querySelector('template');
  if (!element || !template) throw new Error('There is no element with a template.');
  const home = document.createElement('div');
  home.append(document.importNode(template.content, true));
  document.body.replaceChildren(home);
  const card = home.querySelector('[part~=container]');
  if (!card) throw new Error('There is no card.');
  return { element, card };
}

/** Panels are closed on a server, nobody has pressed anything, and nothing is known of the device. */
const SERVER_CASES = CARD_CASES.filter(
  ({ options, acts, userAgent }) =>
    acts.length === 0 && !userAgent && options.display !== 'floating' && options.display !== 'sheet',
);

describe.each(SERVER_CASES)('$name', ({ options }) => {
  it('is written part by part as the view says', () => {
    const { organizationName: organization, ticketNumber: ticket, phone, locale, display, qr } = options;
    const { noSkip, testState, server, publishableKey } = options;
    const about = { organization, ticket, phone, locale, display, qr, noSkip, testState, server, publishableKey };
    const { card } = parsed(renderDeclarative(about));
    const { view } = createOptIn({ ...options, platform: serverPlatform }).getSnapshot();
    expect(readCardOutline(card)).toEqual(cardOutline(view));
  });
});

describe('the element as HTML', () => {
  it('carries its options, its styles and a plain link', () => {
    const html = renderDeclarative({ ...CLINIC, theme: 'dark', noSkip: true, nonce: 'n1' });
    const { element } = parsed(html);
    expect(element.getAttribute('ticket')).toBe('A001');
    expect(element.getAttribute('theme')).toBe('dark');
    expect(element.getAttribute('no-skip')).toBe('');
    expect(html).toContain('<style nonce="n1">');
    expect(element.querySelector(':scope > a')?.getAttribute('href')).toContain('https://wa.me/966500000000?text=');
  });

  it('names the further channels in the card and hands them to the element', () => {
    const { element, card } = parsed(renderDeclarative({ ...CLINIC, locale: 'en', channels: ['sms'] }));
    expect(element.getAttribute('channels')).toBe('sms');
    expect(card.textContent).toContain('Urgent updates may also come by SMS.');
  });

  it('writes no style where the page wants none', () => {
    expect(renderDeclarative({ ...CLINIC, styles: false })).not.toContain('<style');
  });

  it('lets no option out of its place', () => {
    const organization = '"><script>alert(1)</script>';
    const { element, card } = parsed(renderDeclarative({ ...CLINIC, organization }));
    expect(element.getAttribute('organization')).toBe(organization);
    expect(document.querySelector('script')).toBeNull();
    expect(card.textContent).toContain(organization);
  });

  it.each(['floating', 'sheet'] as const)('writes the button of a %s, and no panel', (display) => {
    const { card } = parsed(renderDeclarative({ ...CLINIC, display }));
    expect(card.querySelector('button')?.getAttribute('aria-expanded')).toBe('false');
    expect(card.querySelector('section')).toBeNull();
  });

  it('says that something is wrong, and throws nothing, where the options lead nowhere', () => {
    const { card } = parsed(renderDeclarative({ locale: 'en' }));
    expect((card as HTMLElement).dataset['state']).toBe('failed');
  });
});
