// @vitest-environment jsdom
import { cardStyles } from '@whatsapp-optin/sdk/styles';
import { act } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { WhatsAppButton, WhatsAppNotificationPrompt, WhatsAppOptInProvider } from './node.js';

const createPage = (channels?: readonly ['sms']) => (
  <StrictMode>
    <WhatsAppOptInProvider organizationName="Al Noor Clinic" companyWhatsAppNumber="+966500000000" locale="ar">
      <WhatsAppNotificationPrompt ticketNumber="A001" channels={channels} />
      <WhatsAppButton ticketNumber="A002" />
    </WhatsAppOptInProvider>
  </StrictMode>
);
const page = createPage();

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.head.replaceChildren();
});

it('writes the words, the link and the styles into the HTML of a server', () => {
  const html = renderToString(page);
  expect(html).toContain('dir="rtl"');
  expect(html).toContain('href="https://wa.me/966500000000?text=');
  expect(html).toContain(cardStyles);
  expect(html.match(/<style/g)).toHaveLength(1);
});

it('writes no styles where the page loads the style sheet itself', () => {
  const html = renderToString(<WhatsAppOptInProvider noStyles>{page}</WhatsAppOptInProvider>);
  expect(html).not.toContain('<style');
});

it.each([[undefined], [['sms'] as const]])(
  'is taken over by the browser without a warning, with %j channels',
  async (channels) => {
    const page = createPage(channels);
    const logError = vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = document.createElement('div');
    // What a browser would have parsed from the answer of a server.
    host.innerHTML = renderToString(page);
    document.body.append(host);
    const served = host.querySelector('section');
    const recoverable = vi.fn();

    await act(async () => hydrateRoot(host, page, { onRecoverableError: recoverable }));

    expect(logError).not.toHaveBeenCalled();
    expect(recoverable).not.toHaveBeenCalled();
    expect(host.querySelector('section')).toBe(served);
    expect(host.querySelector('section a')?.getAttribute('href')).toContain('https://web.whatsapp.com/send?');
    expect(host.querySelector('section')?.textContent.includes('SMS')).toBe(channels !== undefined);
  },
);
