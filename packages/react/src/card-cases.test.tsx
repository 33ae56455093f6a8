// @vitest-environment jsdom
import { createOptIn } from '@whatsapp-optin/sdk';
import { CARD_CASES, cardOutline, createCasePlatform, readCardOutline } from '@whatsapp-optin/sdk/testing';
import { act, cleanup, render } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WhatsAppNotificationPrompt } from './node.js';

// jsdom cannot navigate and says so on every followed link.
const noNavigation = (event: Event) => event.preventDefault();
beforeAll(() => window.addEventListener('click', noNavigation));
afterAll(() => window.removeEventListener('click', noNavigation));
afterEach(cleanup);

describe.each(CARD_CASES)('the prompt of $name', (one) => {
  it('is drawn part by part as the view says', async () => {
    const { phone, ...options } = one.options;
    const platform = createCasePlatform(one);
    const { container } = render(
      <WhatsAppNotificationPrompt {...options} companyWhatsAppNumber={phone} platform={platform} />,
    );
    const press = (selector: string) => act(async () => container.querySelector<HTMLElement>(selector)?.click());
    await press('.whatsapp-optin-launcher');
    for (const action of one.acts) await press(`[data-action=${action}]`);

    const optIn = createOptIn({ ...one.options, platform: createCasePlatform(one) });
    for (const action of one.acts) optIn.act(action);
    const card = container.querySelector('section');
    if (!card) throw new Error('There is no card.');
    expect(readCardOutline(card)).toEqual(cardOutline(optIn.getSnapshot().view));
  });
});
