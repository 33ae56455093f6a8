// @vitest-environment jsdom
import { browserPlatform, type Platform } from '@whatsapp-optin/sdk';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WhatsAppNotificationPromptProps } from './index.js';

const ENOUGH = { ticketNumber: 'A001', organizationName: 'Al Noor Clinic', companyWhatsAppNumber: '+966500000000' };
const SERVER = { server: 'https://example.com', publishableKey: 'pk_example' };

/** A page on which no lazy part is loaded. */
async function freshPage() {
  vi.resetModules();
  const [prompt, { livePart }] = await Promise.all([import('./index.js'), import('@whatsapp-optin/sdk/card')]);
  return { ...prompt, livePart };
}

/** What a server loads, apart from the page. */
async function freshServer() {
  vi.resetModules();
  return import('./node.js');
}

const noNavigation = (event: Event) => event.preventDefault();
beforeEach(() => window.addEventListener('click', noNavigation));
afterEach(() => {
  window.removeEventListener('click', noNavigation);
  cleanup();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('the first card', () => {
  it('is there in the first frame, in its style, before anything else is loaded', async () => {
    const { WhatsAppNotificationPrompt, livePart } = await freshPage();
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" qr="never" />);
    expect(screen.getByRole('heading', { name: "Get notified when it's your turn!" })).toBeDefined();
    expect(screen.getByRole<HTMLAnchorElement>('link').href).toContain('966500000000');
    const sheets = 'adoptedStyleSheets' in document ? document.adoptedStyleSheets.length : 0;
    expect(sheets + document.querySelectorAll('style').length).toBe(1);
    expect(livePart.get()).toBeNull();
  });

  it('causes no warning of React under StrictMode', async () => {
    const { WhatsAppNotificationPrompt } = await freshPage();
    const warn = vi.spyOn(console, 'error');
    render(
      <StrictMode>
        <WhatsAppNotificationPrompt {...ENOUGH} locale="en" display="floating" />
      </StrictMode>,
    );
    await screen.findByRole('button', { name: 'Enable WhatsApp Notifications' });
    expect(warn.mock.calls).toEqual([]);
  });

  it('says once that it is ready, and loads nothing more before the customer acts', async () => {
    const { WhatsAppNotificationPrompt, livePart } = await freshPage();
    const onReady = vi.fn();
    const onWindow = vi.fn();
    window.addEventListener('whatsapp-optin:ready', onWindow);
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noStyles qr="never" onReady={onReady} />);
    await waitFor(() => expect(onReady.mock.calls).toEqual([[]]));
    expect([onWindow.mock.calls.length, livePart.get()]).toEqual([1, null]);
    await userEvent.hover(screen.getByRole('link'));
    await waitFor(() => expect(livePart.get()).not.toBeNull());
    window.removeEventListener('whatsapp-optin:ready', onWindow);
    expect([onReady.mock.calls, onWindow.mock.calls.length]).toEqual([[[]], 1]);
  });

  it.each<[string, WhatsAppNotificationPromptProps]>([
    ['three props', ENOUGH],
    ['a phone alone', { companyWhatsAppNumber: '+966500000000' }],
    ['no organization', { ...ENOUGH, organizationName: undefined }],
    ['no ticket', { ...ENOUGH, ticketNumber: undefined }],
    ['no Skip', { ...ENOUGH, noSkip: true }],
    ['no QR', { ...ENOUGH, qr: 'never' }],
    ['a server', { ...ENOUGH, ...SERVER }],
    ['parts of the host', { ...ENOUGH, components: { Heading: 'h4', Icon: () => <i /> }, children: <b>Hello</b> }],
    ['a theme and a class', { ...ENOUGH, theme: 'dark', className: 'mine', style: { maxWidth: 300 } }],
  ])('renders the same nodes as a server: %s', async (_, props) => {
    const page = await freshPage();
    const first = renderToString(<page.WhatsAppNotificationPrompt {...props} locale="en" noStyles />);
    const server = await freshServer();
    expect(first).toBe(renderToString(<server.WhatsAppNotificationPrompt {...props} locale="en" noStyles />));
  });

  it('keeps its nodes when the live part is loaded', async () => {
    const { WhatsAppNotificationPrompt, livePart } = await freshPage();
    const { container } = render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noStyles />);
    const nodes = [...container.querySelectorAll('*')];
    const html = container.innerHTML;
    await act(() => livePart.load());
    expect(nodes.filter((node) => !node.isConnected)).toEqual([]);
    await waitFor(() => expect(container.querySelector('.whatsapp-optin-code path')).not.toBeNull());
    container.querySelector('.whatsapp-optin-code')?.replaceChildren();
    expect(container.innerHTML).toBe(html);
  });

  it('makes up for a tap as soon as the live part is loaded, and keeps the focus in the card', async () => {
    const { WhatsAppNotificationPrompt } = await freshPage();
    const onOptIn = vi.fn();
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noStyles qr="never" onOptIn={onOptIn} />);
    const { href } = screen.getByRole<HTMLAnchorElement>('link');
    await userEvent.click(screen.getByRole('link'));
    const heading = await screen.findByRole('heading', { name: 'Now press Send in WhatsApp' });
    expect(onOptIn.mock.calls).toEqual([[{ href }]]);
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it('calls onBeforeOpen at once, and does nothing if it is prevented', async () => {
    const { WhatsAppNotificationPrompt, livePart } = await freshPage();
    const onStateChange = vi.fn();
    const onBeforeOpen = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    const callbacks = { onBeforeOpen, onStateChange };
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noStyles qr="never" {...callbacks} />);
    act(() => screen.getByRole('link').click());
    expect(onBeforeOpen).toHaveBeenCalledTimes(1);
    await act(() => livePart.load());
    expect(onStateChange).not.toHaveBeenCalled();
  });

  it('keeps its words until the new ones have loaded', async () => {
    const { WhatsAppNotificationPrompt } = await freshPage();
    const { rerender } = render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noStyles />);
    rerender(<WhatsAppNotificationPrompt {...ENOUGH} locale="ar" noStyles />);
    expect(screen.getByRole('region').lang).toBe('en');
    await waitFor(() => expect(screen.getByRole('region')).toMatchObject({ lang: 'ar', dir: 'rtl' }));
  });

  it('renders any other state, display, language and appearance once its parts are loaded', async () => {
    const { WhatsAppNotificationPrompt } = await freshPage();
    const appearance = { elements: { heading: 'host-heading' } };
    render(
      <>
        <WhatsAppNotificationPrompt {...ENOUGH} locale="en" testState="connected" />
        <WhatsAppNotificationPrompt {...ENOUGH} locale="en" display="floating" />
        <WhatsAppNotificationPrompt {...ENOUGH} locale="tr" appearance={appearance} />
      </>,
    );
    await screen.findByRole('heading', { name: 'WhatsApp updates are on' });
    await screen.findByRole('button', { expanded: false });
    await waitFor(() => expect(document.querySelector('[lang=tr] .host-heading')).not.toBeNull());
  });
});

describe('with a server, under StrictMode', () => {
  it('makes one opt-in, emits each event once, and releases all when unmounted', async () => {
    const { WhatsAppNotificationPrompt } = await freshPage();
    const signals: AbortSignal[] = [];
    const listeners = new Set<() => void>();
    const platform: Platform = {
      ...browserPlatform,
      fetch: (_url, init) => {
        if (init?.signal) signals.push(init.signal);
        return new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        );
      },
      setTimer: () => () => {},
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const onSkip = vi.fn();
    const { unmount } = render(
      <StrictMode>
        <WhatsAppNotificationPrompt {...ENOUGH} {...SERVER} locale="en" platform={platform} onSkip={onSkip} />
      </StrictMode>,
    );
    await waitFor(() => expect(signals).toHaveLength(1));
    expect([signals[0]?.aborted, listeners.size]).toEqual([false, 1]);
    await userEvent.click(await screen.findByRole('button', { name: 'Skip' }));
    expect(onSkip.mock.calls).toEqual([[{ reason: 'skipped' }]]);
    unmount();
    await act(async () => {});
    expect([signals.map(({ aborted }) => aborted), listeners.size]).toEqual([[true], 0]);
  });
});

describe('what a server drew', () => {
  it.each([
    ['in English', { locale: 'en' }],
    ['in Arabic', { locale: 'ar' }],
    ['in another state', { locale: 'en', testState: 'waiting' as const }],
    ['in another display', { locale: 'ar', display: 'qr' as const }],
    ['with a look of the host', { locale: 'en', appearance: { variables: { accent: '#123456' } } }],
  ])('%s stays until its parts are loaded, and hydrates without a warning', async (_, props) => {
    const logError = vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = await freshServer();
    const host = document.createElement('div');
    // What a browser would have parsed from the answer of a server.
    host.innerHTML = renderToString(<server.WhatsAppNotificationPrompt {...ENOUGH} {...props} />);
    document.body.append(host);
    const [section, heading] = [host.querySelector('section'), host.querySelector('h2')];
    const gone = vi.fn();
    const observer = new MutationObserver((records) => {
      for (const { removedNodes } of records)
        for (const { nodeName } of removedNodes) if (nodeName === 'SECTION') gone();
    });
    observer.observe(host, { childList: true, subtree: true });

    const { WhatsAppNotificationPrompt, livePart } = await freshPage();
    const recoverable = vi.fn();
    const page = (
      <StrictMode>
        <WhatsAppNotificationPrompt {...ENOUGH} {...props} />
      </StrictMode>
    );
    const root = await act(async () => hydrateRoot(host, page, { onRecoverableError: recoverable }));
    await act(async () => section?.dispatchEvent(new Event('pointerover', { bubbles: true })));
    await waitFor(() => expect(livePart.get()).not.toBeNull());
    await act(async () => {});

    expect(logError.mock.calls).toEqual([]);
    expect(recoverable).not.toHaveBeenCalled();
    expect([host.querySelector('section'), host.querySelector('h2')]).toEqual([section, heading]);
    expect(gone).not.toHaveBeenCalled();
    observer.disconnect();
    await act(async () => root.unmount());
  });
});
