// @vitest-environment jsdom
import { OPT_IN_VIEW_CASES, cardOutline, readCardOutline } from '@whatsapp-optin/sdk/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import { settled } from './testing/settled.js';

afterEach(() => document.body.replaceChildren());

describe.each(OPT_IN_VIEW_CASES)('$name', ({ options, ...expected }) => {
  it('is drawn part by part as the view says', async () => {
    const element = document.createElement('whatsapp-optin');
    Object.assign(element, {
      phone: options.phone,
      organization: options.organizationName,
      ticket: options.ticketNumber,
      locale: options.locale,
      noSkip: options.noSkip,
      testState: options.testState,
    });
    document.body.append(element);

    await settled();
    const card = await vi.waitUntil(() => element.shadowRoot?.querySelector('[part=container]'));
    const view = element.snapshot?.view;
    if (!view) throw new Error('No card was drawn.');
    expect(readCardOutline(card)).toEqual(cardOutline(view));
    expect(card.querySelector('[part=heading]')?.textContent).toBe(expected.heading);
    expect(card.getAttribute('dir')).toBe(expected.dir);
    for (const text of expected.texts) expect(card.textContent).toContain(text);
  });
});
