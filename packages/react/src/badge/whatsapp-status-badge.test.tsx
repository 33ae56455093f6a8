import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode, createRef } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { WhatsAppSessionProvider, WhatsAppStatusBadge, useWhatsAppSession } from './index.js';

const PHONE = '+966500000000';
const HOUR_MS = 3_600_000;

function answerOf(expiresInMs: number | null): Response {
  if (expiresInMs === null)
    return Response.json({ hasActiveSession: false, expiresAt: null, lastInboundAt: null, secondsLeft: null });
  return Response.json({
    hasActiveSession: true,
    expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
    lastInboundAt: new Date().toISOString(),
    secondsLeft: expiresInMs / 1_000,
  });
}

function fetchOf(answer: () => Response | Promise<Response>) {
  return vi.fn<(url: string, init?: RequestInit) => Promise<Response>>(async () => answer());
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it.each([null, undefined, ''])('renders nothing and asks nothing for the phone %o', (phone) => {
  const fetch = fetchOf(() => answerOf(HOUR_MS));
  const { container } = render(
    <WhatsAppSessionProvider fetch={fetch}>
      <WhatsAppStatusBadge phone={phone} />
    </WhatsAppSessionProvider>,
  );
  expect(container).toHaveProperty('innerHTML', '');
  expect(fetch).not.toHaveBeenCalled();
});

it('shows an open session, asked for with the token at the server', async () => {
  const fetch = fetchOf(() => answerOf(5 * HOUR_MS + 30_000));
  const { container } = render(
    <WhatsAppSessionProvider server="https://optin.example.com/base/" token="st_1" fetch={fetch}>
      <WhatsAppStatusBadge phone={PHONE} />
    </WhatsAppSessionProvider>,
  );
  expect(container.textContent).toBe('WhatsApp: checking');
  expect(await screen.findByText(/^WhatsApp active \(expires \d\d:\d\d\)$/)).toBeTruthy();
  expect(screen.getByText('5 h 0 min left')).toBeTruthy();
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe('https://optin.example.com/base/api/sessions/%2B966500000000');
  expect(init).toMatchObject({ headers: { Authorization: 'Bearer st_1' }, credentials: 'omit' });
});

it('sends the cookie of its own origin where there is no token', async () => {
  const fetch = fetchOf(() => answerOf(null));
  render(
    <WhatsAppSessionProvider fetch={fetch}>
      <WhatsAppStatusBadge phone={PHONE} />
    </WhatsAppSessionProvider>,
  );
  await screen.findByText('No WhatsApp session');
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/sessions/%2B966500000000');
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin' });
});

it('works without a provider', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => answerOf(null));
  render(<WhatsAppStatusBadge phone="+4915112345678" />);
  await screen.findByText('No WhatsApp session');
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('makes one request for all badges of a phone, and none for a renewed token', async () => {
  const fetch = fetchOf(() => answerOf(null));
  const page = (token: string) => (
    <StrictMode>
      <WhatsAppSessionProvider token={token} fetch={fetch}>
        <WhatsAppStatusBadge phone={PHONE} />
        <WhatsAppStatusBadge phone={PHONE} />
      </WhatsAppSessionProvider>
    </StrictMode>
  );
  const { rerender } = render(page('st_1'));
  expect(await screen.findAllByText('No WhatsApp session')).toHaveLength(2);
  const before = fetch.mock.calls.length;
  rerender(page('st_2'));
  await act(async () => {});
  expect(fetch.mock.calls.length).toBe(before);
  expect(fetch.mock.calls.filter(([, init]) => !init?.signal?.aborted)).toHaveLength(1);
});

it('says that it does not know, and never throws into the page', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const token = () => {
    throw new Error('signed out');
  };
  render(
    <WhatsAppSessionProvider token={token}>
      <WhatsAppStatusBadge phone={PHONE} />
    </WhatsAppSessionProvider>,
  );
  expect(await screen.findByText('WhatsApp: unknown')).toBeTruthy();
});

it('hands its ref and other props to the outer element', () => {
  const ref = createRef<HTMLSpanElement>();
  render(
    <WhatsAppSessionProvider fetch={fetchOf(() => answerOf(null))}>
      <WhatsAppStatusBadge ref={ref} phone={PHONE} className="mine" style={{ opacity: 0.5 }} id="badge" />
    </WhatsAppSessionProvider>,
  );
  expect(ref.current).toBe(document.getElementById('badge'));
  expect(ref.current?.className).toBe('whatsapp-optin-badge mine');
  expect(ref.current?.style.opacity).toBe('0.5');
});

it('adopts its style sheet once, and none with noStyles', () => {
  const fetch = fetchOf(() => answerOf(null));
  const styles = () => document.head.textContent.split('.whatsapp-optin-badge{').length - 1;
  document.head.replaceChildren();
  render(
    <WhatsAppSessionProvider fetch={fetch} noStyles>
      <WhatsAppStatusBadge phone={PHONE} />
    </WhatsAppSessionProvider>,
  );
  expect(styles()).toBe(0);
  render(
    <WhatsAppSessionProvider fetch={fetch}>
      <WhatsAppStatusBadge phone={PHONE} />
      <WhatsAppStatusBadge phone="+4915112345678" />
    </WhatsAppSessionProvider>,
  );
  // jsdom has no constructable style sheets.
  expect(styles()).toBe(1);
});

it('renders on a server', () => {
  const html = renderToString(
    <WhatsAppSessionProvider locale="de">
      <WhatsAppStatusBadge phone={PHONE} />
    </WhatsAppSessionProvider>,
  );
  expect(html).toContain('WhatsApp: wird geprüft');
  expect(html).toContain('lang="de"');
});

it('follows the phone and the language', async () => {
  const fetch = fetchOf(() => answerOf(null));
  const page = (phone: string, locale: string) => (
    <WhatsAppSessionProvider fetch={fetch} locale={locale}>
      <WhatsAppStatusBadge phone={phone} />
    </WhatsAppSessionProvider>
  );
  const { rerender } = render(page(PHONE, 'en'));
  await screen.findByText('No WhatsApp session');
  fetch.mockImplementation(async () => answerOf(2 * HOUR_MS));
  rerender(page('+4915112345678', 'tr'));
  expect(await screen.findByText(/^WhatsApp etkin/)).toBeTruthy();
});

it('gives a hook with the state alone', async () => {
  const states: unknown[] = [];
  function Own({ phone }: { phone: string | null }) {
    const state = useWhatsAppSession(phone);
    return <button onClick={() => states.push(state)}>{state.status}</button>;
  }
  render(
    <WhatsAppSessionProvider fetch={fetchOf(() => answerOf(HOUR_MS / 2))}>
      <Own phone={PHONE} />
      <Own phone={null} />
    </WhatsAppSessionProvider>,
  );
  const [open, none] = [await screen.findByText('expiring'), screen.getByText('none')];
  act(() => open.click());
  act(() => none.click());
  expect(states).toEqual([
    { hasActiveSession: true, expiresAt: expect.any(Date) as Date, status: 'expiring' },
    { hasActiveSession: false, expiresAt: null, status: 'none' },
  ]);
});
