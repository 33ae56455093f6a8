// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { createOptIn } from '../opt-in/create-opt-in.js';
import { qrPath } from '../qr/qr-path.js';
import { CARD_CASES, cardOutline, createCasePlatform, readCardOutline, type CardCase } from '../testing/index.js';
import { classNames, convertCard, type CardElement, type CardNode } from './card-node.js';
import { liveCard } from './live-card.js';
import { renderButton } from './render-button.js';
import { renderCard } from './render-card.js';

const HEADING_ID = 'heading';

function viewOf(one: CardCase) {
  const optIn = createOptIn({ ...one.options, platform: createCasePlatform(one) });
  for (const action of one.acts) optIn.act(action);
  return optIn.getSnapshot().view;
}

/** With everything loaded, and every panel open. */
function cardOf(one: CardCase): CardElement {
  const view = viewOf(one);
  const qr = view.qr?.text ? qrPath(view.qr.text) : null;
  return renderCard(view, { headingId: HEADING_ID, theme: 'auto', qr, isPanelOpen: true }, liveCard);
}

/** Puts a card into the page, as plainly as a renderer can. */
function mount(card: CardElement): Element {
  const node = convertCard<Element>(card, (element, children) => {
    const made = document.createElement(element.tag);
    for (const [name, value] of Object.entries(element.attributes ?? {}))
      if (value !== undefined) made.setAttribute(name, value);
    made.className = classNames(element) ?? '';
    if (element.action) made.dataset['action'] = element.action;
    made.append(...children.filter((child) => child !== null));
    return made;
  }) as Element;
  document.body.replaceChildren(node);
  return node;
}

/** Every element of a card, itself first. */
function elementsOf(node: CardNode): CardElement[] {
  return typeof node === 'object' && node ? [node, ...node.children.flatMap(elementsOf)] : [];
}

function textOf(node: CardNode): string {
  if (typeof node === 'string') return node;
  return node ? node.children.map(textOf).join('') : '';
}

afterEach(() => document.body.replaceChildren());

describe.each(CARD_CASES)('the card of $name', (one) => {
  it('has every part of the view, in its order', () => {
    const node = mount(cardOf(one));
    const card = node.matches('section') ? node : node.querySelector('section');
    if (!card) throw new Error('There is no card.');
    expect(readCardOutline(card)).toEqual(cardOutline(viewOf(one)));
  });

  it('gives every control a name and something to do', () => {
    const controls = elementsOf(cardOf(one)).filter(({ tag }) => tag === 'a' || tag === 'button');
    const silent = controls.filter(
      (control) => !control.action || !(textOf(control) || control.attributes?.['aria-label']),
    );
    expect(silent).toEqual([]);
  });

  it('gives every icon a size, and each sibling its own key', () => {
    const elements = elementsOf(cardOf(one));
    for (const { attributes } of elements.filter(({ tag }) => tag === 'svg'))
      expect(Math.min(Number(attributes?.['width']), Number(attributes?.['height']))).toBeGreaterThan(0);
    for (const { children } of elements) {
      const keys = children.flatMap((child) =>
        typeof child === 'object' && child?.key !== undefined ? [child.key] : [],
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

const TICKET = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001', locale: 'en' };

it('has a case with a hint, and one with a busy link', () => {
  const views = CARD_CASES.map(viewOf);
  expect(views.filter(({ hint }) => hint)).toHaveLength(1);
  expect(views.filter(({ link }) => link?.busy)).toHaveLength(1);
});

describe('the first card', () => {
  it.each(['card', 'bar', 'button', 'qr', 'kiosk', 'print'] as const)('needs no live part: %s', (display) => {
    const view = viewOf({ name: display, options: { ...TICKET, display, testState: 'idle' }, acts: [] });
    const state = { headingId: HEADING_ID, theme: 'auto' };
    expect(renderCard(view, state)).toEqual(renderCard(view, state, liveCard));
  });

  it('keeps the place of a QR that is loading', () => {
    const view = viewOf({ name: 'idle', options: { ...TICKET, testState: 'idle' }, acts: [] });
    const code = elementsOf(renderCard(view, { headingId: HEADING_ID, theme: 'auto' })).find(
      ({ classes }) => classes === 'code',
    );
    expect(code?.children.filter(Boolean)).toEqual([]);
  });
});

describe.each(['floating', 'sheet'] as const)('the launcher of a %s', (display) => {
  const view = viewOf({ name: display, options: { ...TICKET, display, testState: 'connected' }, acts: [] });
  const render = (isPanelOpen: boolean) =>
    mount(renderCard(view, { headingId: HEADING_ID, theme: 'dark', isPanelOpen }, liveCard));

  it('is alone while its panel is closed, and announces changes', () => {
    const node = render(false);
    const button = node.querySelector('button');
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    expect(button?.hasAttribute('aria-controls')).toBe(false);
    expect(node.querySelector('section')).toBeNull();
    expect(node.querySelector('[role=status]')?.textContent).toContain('You are connected until');
  });

  it('names the panel that it has opened, which the heading names', () => {
    const node = render(true);
    const panel = document.getElementById(node.querySelector('button')?.getAttribute('aria-controls') ?? '');
    expect(panel?.matches(display === 'sheet' ? 'dialog' : '[role=dialog]')).toBe(true);
    expect(panel?.getAttribute('aria-labelledby')).toBe(node.querySelector('h2')?.id);
    expect(node.querySelectorAll('[role=status]')).toHaveLength(1);
  });

  it('has language, direction and theme on its box and on the card inside', () => {
    const node = render(true);
    for (const box of [node, node.querySelector('section')])
      expect([box?.getAttribute('lang'), box?.getAttribute('dir'), box?.getAttribute('data-theme')]).toEqual([
        'en',
        'ltr',
        'dark',
      ]);
  });
});

describe('the button alone', () => {
  it.each([
    ['idle', 'link open: Enable WhatsApp Notifications'],
    ['waiting', 'link open: Open WhatsApp again'],
    ['connected', 'none'],
    ['expired', 'button restart: Get a new link'],
    ['declined', 'button restart: Turn on WhatsApp updates after all'],
    ['failed', 'link open: Enable WhatsApp Notifications'],
  ] as const)('in the state %s: %s', (testState, expected) => {
    const view = viewOf({ name: testState, options: { ...TICKET, display: 'button', testState }, acts: [] });
    const button = renderButton(view, { theme: 'auto' });
    const control = elementsOf(button).find(({ action }) => action);
    const kind = control?.tag === 'a' ? 'link' : control?.tag;
    expect(control ? `${kind} ${control.action}: ${textOf(control)}` : 'none').toBe(expected);
    expect(elementsOf(button).filter(({ attributes }) => attributes?.['role'] === 'status')).toHaveLength(1);
  });
});
