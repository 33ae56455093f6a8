// @vitest-environment jsdom
import { createOptIn } from '@whatsapp-optin/sdk';
import { CARD_CASES, cardOutline, createCasePlatform, readCardOutline } from '@whatsapp-optin/sdk/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import './define.js';
import { settled } from './testing/settled.js';

// jsdom cannot navigate and says so on every followed link.
const noNavigation = (event: Event) => event.preventDefault();
beforeAll(() => document.addEventListener('click', noNavigation));
afterAll(() => document.removeEventListener('click', noNavigation));
afterEach(async () => {
  localStorage.clear();
  document.body.replaceChildren();
  await settled();
});

describe.each(CARD_CASES)('the element of $name', (one) => {
  it('is drawn part by part as the view says', async () => {
    const { organizationName: organization, ticketNumber: ticket, ...others } = one.options;
    const element = document.createElement('whatsapp-optin');
    element.platform = createCasePlatform(one);
    Object.assign(element, { ...others, organization, ticket });
    document.body.append(element);
    await settled();
    const press = async (selector: string) => {
      element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
      await settled();
    };
    await press('[part~=launcher]');
    for (const action of one.acts) await press(`[data-action=${action}]`);

    const optIn = createOptIn({ ...one.options, platform: createCasePlatform(one) });
    for (const action of one.acts) optIn.act(action);
    const card = element.shadowRoot?.querySelector('section');
    if (!card) throw new Error('There is no card.');
    expect(readCardOutline(card)).toEqual(cardOutline(optIn.getSnapshot().view));
  });
});
