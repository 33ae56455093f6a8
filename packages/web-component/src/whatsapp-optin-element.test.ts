// @vitest-environment jsdom
import type { OptInState } from '@whatsapp-optin/sdk';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import './define.js';
import { NOTHING_HELD, countingPlatform } from './testing/counting-platform.js';
import { settled } from './testing/settled.js';
import { WhatsAppOptInElement } from './whatsapp-optin-element.js';

const STATIC = { phone: '+966500000000', organization: 'Al Noor Clinic', ticket: 'A001', locale: 'en' };
const EVENTS = [
  'ready',
  'statechange',
  'beforeopen',
  'optin',
  'skip',
  'connected',
  'sessionended',
  'expired',
  'failure',
];

function create(attributes: Record<string, string> = STATIC): WhatsAppOptInElement {
  const element = document.createElement('whatsapp-optin');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

async function mount(attributes?: Record<string, string>): Promise<WhatsAppOptInElement> {
  const element = create(attributes);
  document.body.append(element);
  await settled();
  return element;
}

function find<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`Nothing in the card matches "${selector}".`);
  return found;
}

function listen(target: EventTarget): { type: string; detail: unknown }[] {
  const events: { type: string; detail: unknown }[] = [];
  for (const type of EVENTS) {
    target.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  }
  return events;
}

beforeAll(() => {
  // jsdom cannot navigate and says so on every followed link.
  document.addEventListener('click', (event) => event.preventDefault());
});

afterEach(async () => {
  localStorage.clear();
  document.body.replaceChildren();
  await settled();
});

describe('attributes', () => {
  it('shows a real link before anyone taps, with the ticket in its message', async () => {
    const element = await mount();
    const link = find<HTMLAnchorElement>(element, '[part=link]');
    expect(link.href).toContain('966500000000');
    expect(decodeURIComponent(link.href)).toContain('A001');
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener']);
  });

  it('mirrors properties and attributes in both directions', () => {
    const element = create({});
    element.messageStyle = 'formal';
    element.setAttribute('publishable-key', 'pk_example');
    expect(element.getAttribute('message-style')).toBe('formal');
    expect(element.publishableKey).toBe('pk_example');
  });

  it('reads "false" as false, and removes what is set to false, null or undefined', () => {
    expect(create({ 'no-skip': 'false', 'ask-again': 'FALSE' })).toMatchObject({ noSkip: false, askAgain: false });
    expect(create({ 'no-skip': '', 'ask-again': 'true' })).toMatchObject({ noSkip: true, askAgain: true });
    const element = create({ 'no-skip': '' });
    element.noSkip = false;
    expect(element.hasAttribute('no-skip')).toBe(false);
    element.ticket = 'A002';
    Reflect.set(element, 'ticket', null);
    expect(element.hasAttribute('ticket')).toBe(false);
  });

  it('names the further channels beside the link', async () => {
    const element = await mount({ ...STATIC, channels: 'push, sms' });
    expect(element.channels).toEqual(['push', 'sms']);
    expect(find(element, '[part~=consent]').textContent).toMatch(/ by SMS or push notification\.$/);
  });

  it('reads an unknown theme and display as the defaults', () => {
    const element = create({ theme: 'neon', display: 'billboard' });
    expect([element.theme, element.display]).toEqual(['auto', 'card']);
  });

  it.each([
    ['display', 'billboard', 'UNKNOWN_DISPLAY'],
    ['theme', 'neon', 'UNKNOWN_THEME'],
    ['message-style', 'loud', 'UNKNOWN_STYLE'],
    ['locale', 'xx', 'UNKNOWN_LOCALE'],
  ])('shows the card in spite of an unknown %s, and reports it', async (name, value, code) => {
    const logError = vi.spyOn(console, 'error').mockImplementation(() => {});
    const element = create({ ...STATIC, [name]: value });
    const events = listen(element);
    document.body.append(element);
    await settled();
    expect(find(element, '[part=link]').getAttribute('href')).toContain('966500000000');
    expect(events).toContainEqual({ type: 'failure', detail: { error: expect.objectContaining({ code }) as unknown } });
    expect(logError).toHaveBeenCalledTimes(1);
    logError.mockRestore();
  });

  it('changes the language and keeps the state', async () => {
    const element = await mount();
    element.open();
    element.locale = 'ar';
    await vi.waitFor(() => expect(find(element, '[part=container]').getAttribute('dir')).toBe('rtl'));
    expect(element.state).toBe('waiting');
  });

  it('takes the language of the page around where none is given', async () => {
    const around = document.createElement('div');
    around.lang = 'ar-SA';
    document.body.append(around);
    const element = create({ phone: STATIC.phone });
    around.append(element);
    await vi.waitFor(() => expect(find(element, '[part=container]').lang).toBe('ar'));
  });

  it('leaves the page’s own link in place until its words have come, and then does what was asked meanwhile', async () => {
    vi.resetModules();
    const { WhatsAppOptInElement: Fresh } = await import('./whatsapp-optin-element.js');
    customElements.define('slow-optin', class extends Fresh {});
    const element = document.createElement('slow-optin') as WhatsAppOptInElement;
    Object.assign(element, { ...STATIC, locale: 'ar' });
    document.body.append(element);
    element.open();
    expect(find(element, 'slot:not([name])').isConnected).toBe(true);
    await vi.waitFor(() => expect(find(element, '[part=container]').lang).toBe('ar'));
    expect(element.state).toBe('waiting');
    expect(element.shadowRoot?.querySelectorAll('.whatsapp-optin-placeholder')).toHaveLength(0);
  });

  it.each(['bar', 'qr', 'kiosk', 'floating', 'sheet'])(
    'renders the display %s and nothing beside it',
    async (display) => {
      const { shadowRoot } = await mount({ ...STATIC, display });
      const rendered = [...(shadowRoot?.children ?? [])].filter(({ localName }) => localName !== 'style');
      expect(rendered.map((node) => node.getAttribute('data-display'))).toEqual([display]);
      expect(rendered.map((node) => node.getAttribute('part'))).toEqual(['container']);
    },
  );

  it('shows the words of the host', async () => {
    const element = create();
    element.i18n = { locale: 'fr', dir: 'ltr', t: (key) => `fr:${key}` };
    document.body.append(element);
    await settled();
    expect(find(element, '[part=heading]').textContent).toBe('fr:prompt.heading');
    expect(find(element, '[part=container]').lang).toBe('fr');
  });

  it('makes a new opt-in for another ticket', async () => {
    const element = await mount();
    element.open();
    element.ticket = 'B002';
    await settled();
    expect(element.state).toBe('idle');
    expect(decodeURIComponent(find<HTMLAnchorElement>(element, '[part=link]').href)).toContain('B002');
  });

  it.each(['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'] satisfies OptInState[])(
    'shows the state %s on demand',
    async (state) => {
      const element = await mount({ ...STATIC, 'test-state': state });
      expect(element.state).toBe(state);
      expect(find(element, '[part=container]').dataset['state']).toBe(state);
    },
  );
});

describe('following the link', () => {
  it('waits, and emits bubbling events that leave the shadow root', async () => {
    const element = await mount();
    const events = listen(document.body);
    find(element, '[part=link]').click();
    await settled();
    expect(element.state).toBe('waiting');
    expect(events.map(({ type }) => type)).toEqual(['beforeopen', 'statechange', 'optin']);
    expect(events[1]?.detail).toEqual({ state: 'waiting', previous: 'idle', reason: null });
    expect(events[0]?.detail).toEqual({ href: expect.stringContaining('966500000000') as string });
  });

  it('does nothing when beforeopen is cancelled, and then opens by method', async () => {
    const element = await mount();
    element.addEventListener('beforeopen', (event) => event.preventDefault(), { once: true });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    find(element, '[part=link]').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(element.state).toBe('idle');
    element.open();
    expect(element.state).toBe('waiting');
  });

  it('moves the focus to the heading when the focused link is removed', async () => {
    const element = await mount();
    find(element, '[part=link]').focus();
    find(element, '[part=link]').click();
    await settled();
    expect(element.shadowRoot?.activeElement).toBe(find(element, '[part=heading]'));
  });

  it('leaves the focus alone where it was outside', async () => {
    const outside = document.createElement('button');
    const element = await mount();
    document.body.append(outside);
    outside.focus();
    element.open();
    await settled();
    expect(document.activeElement).toBe(outside);
  });

  it('renders Skip, which declines, unless no-skip is set', async () => {
    const element = await mount();
    const events = listen(element);
    find(element, '[part=skip]').click();
    expect(element.snapshot).toMatchObject({ state: 'declined', reason: 'skipped' });
    expect(events).toContainEqual({ type: 'skip', detail: { reason: 'skipped' } });
    const silent = await mount({ ...STATIC, 'no-skip': '' });
    expect(silent.shadowRoot?.querySelector('[part=skip]')).toBeNull();
  });

  it('starts over after "I don’t use WhatsApp"', async () => {
    const element = await mount();
    element.open();
    await settled();
    find(element, '[data-action=no_whatsapp]').click();
    await settled();
    expect(element.snapshot?.reason).toBe('no_whatsapp');
    find(element, '[data-action=restart]').click();
    await settled();
    expect(element.state).toBe('idle');
  });
});

describe('life in a page', () => {
  it('keeps properties that were set before the class was known', async () => {
    const early = document.createElement('late-optin') as WhatsAppOptInElement;
    Object.assign(early, { phone: STATIC.phone, ticket: 'C003', noSkip: true, locale: 'en' });
    document.body.append(early);
    customElements.define('late-optin', class extends WhatsAppOptInElement {});
    await settled();
    expect(early.getAttribute('ticket')).toBe('C003');
    expect(Object.hasOwn(early, 'ticket')).toBe(false);
    expect(decodeURIComponent(find<HTMLAnchorElement>(early, '[part=link]').href)).toContain('C003');
  });

  it('keeps its state when it is moved', async () => {
    const element = await mount();
    const events = listen(document.body);
    element.open();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await settled();
    expect(element.state).toBe('waiting');
    expect(find(element, '[part=container]').dataset['state']).toBe('waiting');
    expect(events.filter(({ type }) => type === 'ready')).toEqual([]);
  });

  it('keeps its state when it comes back in a later microtask of the same task', async () => {
    const element = await mount();
    element.open();
    element.remove();
    await Promise.resolve();
    document.body.append(element);
    await settled();
    expect(element.state).toBe('waiting');
  });

  it('ends when it is removed, and leaves no request, listener or timer behind', async () => {
    const { platform, held } = countingPlatform();
    const element = create({ ...STATIC, server: 'https://example.com', 'publishable-key': 'pk_example' });
    element.platform = platform;
    document.body.append(element);
    await settled();
    expect(held()).toMatchObject({ requests: 1, listeners: 1 });
    element.remove();
    await settled();
    expect(held()).toEqual(NOTHING_HELD);
    expect(element.snapshot).toBeNull();
  });

  it('makes one opt-in of many attributes set in one script', async () => {
    const { platform, requested } = countingPlatform();
    const element = create({});
    element.platform = platform;
    document.body.append(element);
    Object.assign(element, { server: 'https://example.com', publishableKey: 'pk_example', ticket: 'A001' });
    element.noSkip = true;
    // The sentence of consent is hashed first, by threads that a turn of the event loop does not wait for.
    await vi.waitFor(() => expect(requested()).toBe(1));
    await settled();
    expect(requested()).toBe(1);
  });

  it('shows a link that is being made as busy, in the place of the one to come', async () => {
    const element = create({ ...STATIC, server: 'https://example.com', 'publishable-key': 'pk_example' });
    element.platform = countingPlatform().platform;
    document.body.append(element);
    await settled();
    const link = find(element, '[part=link]');
    expect(link.hasAttribute('href')).toBe(false);
    expect([link.getAttribute('aria-disabled'), link.getAttribute('aria-busy'), link.tabIndex]).toEqual([
      'true',
      'true',
      0,
    ]);
  });

  it('adopts the shadow root that came with the HTML and its nodes', async () => {
    const element = document.createElement('served-optin') as WhatsAppOptInElement;
    const section = document.createElement('section');
    section.className = 'whatsapp-optin whatsapp-optin-card';
    element.attachShadow({ mode: 'open' }).append(section);
    Object.assign(element, STATIC);
    document.body.append(element);
    customElements.define('served-optin', class extends WhatsAppOptInElement {});
    await settled();
    expect(find(element, '[part=container]')).toBe(section);
  });

  it('shows the page’s own link again when it has failed and has none to offer', async () => {
    const element = await mount({ locale: 'en' });
    expect(element.state).toBe('failed');
    expect(element.shadowRoot?.querySelector('slot:not([name])')).not.toBeNull();
  });

  it('offers its slots and parts by their names', async () => {
    const element = await mount();
    const names = (attribute: string) =>
      [...(element.shadowRoot?.querySelectorAll(`[${attribute}]`) ?? [])].map((node) => node.getAttribute(attribute));
    expect(names('part')).toEqual(
      expect.arrayContaining([
        'container',
        'heading',
        'description',
        'benefits',
        'link',
        'skip',
        'number',
        'status',
        'consent',
      ]),
    );
    expect(element.shadowRoot?.querySelectorAll('slot')).toHaveLength(5);
    expect([...(element.shadowRoot?.querySelectorAll('slot') ?? [])].map((slot) => slot.name)).toEqual(
      expect.arrayContaining(['heading', 'description', 'consent', 'footer']),
    );
  });
});
