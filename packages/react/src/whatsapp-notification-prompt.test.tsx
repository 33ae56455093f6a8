// @vitest-environment jsdom
import { browserPlatform, type Platform } from '@whatsapp-optin/sdk';
import {
  OPT_IN_VIEW_CASES,
  cardOutline,
  createFakePlatform,
  jsonResponse,
  readCardOutline,
  settle,
} from '@whatsapp-optin/sdk/testing';
import { act, waitFor, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, createRef } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  WhatsAppNotificationPrompt,
  WhatsAppOptInProvider,
  useWhatsAppOptIn,
  type WhatsAppBeforeOpenEvent,
  type WhatsAppOptIn,
} from './node.js';

const ENOUGH = { ticketNumber: 'A001', organizationName: 'Al Noor Clinic', companyWhatsAppNumber: '+966500000000' };

const TEXT = 'Hi (ref: K7Q2-M9XW-4T3H)';
/** What a server answers to `POST /api/opt-ins`. */
const CREATED = {
  id: '01980000-0000-7000-8000-000000000000',
  clientToken: 'ct_example',
  code: 'K7Q2-M9XW-4T3H',
  message: TEXT,
  companyNumber: '+966500000000',
  organizationName: 'Al Noor Clinic',
  links: {
    universal: `https://wa.me/966500000000?text=${encodeURIComponent(TEXT)}`,
    app: `whatsapp://send?phone=966500000000&text=${encodeURIComponent(TEXT)}`,
    web: `https://web.whatsapp.com/send?phone=966500000000&text=${encodeURIComponent(TEXT)}`,
    short: 'https://o.example.com/o/K7Q2-M9XW-4T3H',
  },
  state: 'idle',
  expiresAt: '2026-11-24T12:05:00.000Z',
};

const noNavigation = (event: Event) => event.preventDefault();
beforeAll(() => window.addEventListener('click', noNavigation));
afterAll(() => window.removeEventListener('click', noNavigation));
afterEach(cleanup);

const link = () => screen.getByRole<HTMLAnchorElement>('link', { name: 'Enable WhatsApp Notifications' });

describe.each(OPT_IN_VIEW_CASES)('$name', ({ options, ...expected }) => {
  it('renders each part of the view', () => {
    let optIn: WhatsAppOptIn | null = null;
    const { organizationName, ticketNumber, phone: companyWhatsAppNumber, locale, noSkip, testState } = options;
    const settings = { organizationName, ticketNumber, companyWhatsAppNumber, locale, noSkip, testState };
    function Spy() {
      optIn = useWhatsAppOptIn(settings);
      return null;
    }
    const { container } = render(
      <>
        <WhatsAppNotificationPrompt {...settings} />
        <Spy />
      </>,
    );
    const card = container.querySelector('section');
    if (!card || !optIn) throw new Error('No card was rendered.');
    expect(readCardOutline(card)).toEqual(cardOutline((optIn as WhatsAppOptIn).view));
    expect(screen.getByRole('heading').textContent).toBe(expected.heading);
    expect(card.dir).toBe(expected.dir);
    for (const text of expected.texts) expect(card.textContent).toContain(text);
  });
});

describe('the static prompt', () => {
  it('needs three props, and has a real link before anyone taps', () => {
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" />);
    expect(link().href).toContain('966500000000');
    expect(decodeURIComponent(link().href)).toContain('A001');
    expect([link().target, link().rel]).toEqual(['_blank', 'noopener']);
    expect(screen.getByRole('heading', { name: "Get notified when it's your turn!" })).toBeDefined();
  });

  it('calls onOptIn once when the link is followed, and waits', async () => {
    const onOptIn = vi.fn();
    const onStateChange = vi.fn();
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" onOptIn={onOptIn} onStateChange={onStateChange} />);
    const { href } = link();
    await userEvent.click(link());
    expect(onOptIn.mock.calls).toEqual([[{ href }]]);
    expect(onStateChange.mock.calls).toEqual([[{ state: 'waiting', previous: 'idle', reason: null }]]);
    expect(screen.getByRole('heading', { name: 'Now press Send in WhatsApp' })).toBeDefined();
  });

  it('calls onSkip when it is skipped', async () => {
    const onSkip = vi.fn();
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" onSkip={onSkip} />);
    await userEvent.click(screen.getByRole('button', { name: 'Skip' }));
    expect(onSkip.mock.calls).toEqual([[{ reason: 'skipped' }]]);
  });

  it('does nothing when onBeforeOpen prevents it', async () => {
    const onOptIn = vi.fn();
    const onBeforeOpen = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" onOptIn={onOptIn} onBeforeOpen={onBeforeOpen} />);
    await userEvent.click(link());
    expect(onBeforeOpen.mock.calls[0]?.[0]).toMatchObject({ href: link().href, defaultPrevented: true });
    expect(onOptIn).not.toHaveBeenCalled();
    expect(link()).toBeDefined();
  });

  it('lets the host open WhatsApp itself, after it has prevented the link', async () => {
    let before: WhatsAppBeforeOpenEvent | undefined;
    const onOptIn = vi.fn();
    render(
      <WhatsAppNotificationPrompt
        {...ENOUGH}
        locale="en"
        onOptIn={onOptIn}
        onBeforeOpen={(event) => {
          event.preventDefault();
          before = event;
        }}
      />,
    );
    await userEvent.click(link());
    act(() => before?.open());
    expect(onOptIn).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('region').dataset['state']).toBe('waiting');
  });

  it('keeps the state when Skip, the display or the QR are changed', async () => {
    const { rerender } = render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noSkip />);
    await userEvent.click(link());
    rerender(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" display="bar" qr="never" />);
    expect(screen.getByRole('region').dataset).toMatchObject({ state: 'waiting', display: 'bar' });
  });

  it('hides Skip and shows it again without another opt-in', () => {
    const onReady = vi.fn();
    const { rerender } = render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" noSkip onReady={onReady} />);
    expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull();
    rerender(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" onReady={onReady} />);
    expect(screen.getByRole('button', { name: 'Skip' })).toBeDefined();
    expect(onReady).toHaveBeenCalledTimes(1);
  });

  it('applies the appearance of the host: theme, tokens, parts', () => {
    render(
      <WhatsAppNotificationPrompt
        {...ENOUGH}
        locale="en"
        appearance={{
          theme: 'dark',
          variables: { accent: '#0a66c2' },
          elements: { link: 'host-link', skip: { opacity: 0.9 } },
        }}
      />,
    );
    const card = screen.getByRole('region');
    expect(card.dataset['theme']).toBe('dark');
    expect(card.style.getPropertyValue('--whatsapp-optin-accent')).toBe('#0a66c2');
    expect(link().classList).toContain('host-link');
    expect(screen.getByRole('button', { name: 'Skip' }).style.opacity).toBe('0.9');
  });

  it.each(['floating', 'sheet'] as const)('opens the %s from its button, and closes it again', async (display) => {
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" display={display} />);
    const launcher = screen.getByRole('button', { name: 'Enable WhatsApp Notifications', expanded: false });
    expect(screen.queryByRole('heading')).toBeNull();
    await userEvent.click(launcher);
    expect(launcher.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Close', hidden: true }));
    expect(launcher.getAttribute('aria-expanded')).toBe('false');
  });

  it('names the button alone by the words of its heading', () => {
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" display="button" />);
    expect(screen.getByRole('region', { name: "Get notified when it's your turn!" })).toBeDefined();
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('moves the focus to the heading when the focused link is removed', async () => {
    render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" />);
    await userEvent.click(link());
    expect(document.activeElement).toBe(screen.getByRole('heading'));
  });

  it('calls the latest callback and keeps the state when its parent renders again', async () => {
    const onStateChange = vi.fn();
    const { rerender } = render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" onStateChange={() => {}} />);
    rerender(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" onStateChange={onStateChange} />);
    await userEvent.click(link());
    rerender(<WhatsAppNotificationPrompt {...ENOUGH} locale="ar" onStateChange={onStateChange} />);
    expect(onStateChange).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('region').dataset['state']).toBe('waiting');
    expect(screen.getByRole('region').lang).toBe('ar');
  });

  it('makes a new opt-in for another ticket', async () => {
    const { rerender } = render(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" />);
    await userEvent.click(link());
    rerender(<WhatsAppNotificationPrompt {...ENOUGH} locale="en" ticketNumber="B002" />);
    expect(decodeURIComponent(link().href)).toContain('B002');
  });

  it('forwards its ref, className, style and other props to the outer element', () => {
    const ref = createRef<HTMLElement>();
    render(
      <WhatsAppNotificationPrompt {...ENOUGH} ref={ref} className="mine" style={{ maxWidth: 300 }} data-testid="x" />,
    );
    expect(ref.current).toBe(screen.getByTestId('x'));
    expect(ref.current?.className).toBe('whatsapp-optin whatsapp-optin-card mine');
    expect(ref.current?.style.maxWidth).toBe('300px');
  });

  it('renders the components of the host', () => {
    render(
      <WhatsAppNotificationPrompt
        {...ENOUGH}
        locale="en"
        components={{ Heading: 'h4', Icon: ({ name }) => <i data-icon={name} /> }}
      >
        <p>Ask at the desk.</p>
      </WhatsAppNotificationPrompt>,
    );
    expect(screen.getByRole('heading', { level: 4 })).toBeDefined();
    expect(document.querySelector('.whatsapp-optin-icon')).toBeNull();
    expect(screen.getByText('Ask at the desk.')).toBeDefined();
  });

  it('takes missing props from the provider around it', () => {
    render(
      <WhatsAppOptInProvider
        organizationName="Al Noor Clinic"
        companyWhatsAppNumber="+966500000000"
        locale="ar"
        theme="dark"
      >
        <WhatsAppNotificationPrompt ticketNumber="A001" theme={undefined} />
      </WhatsAppOptInProvider>,
    );
    expect(screen.getByRole('region')).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(screen.getByRole('region').dataset['theme']).toBe('dark');
  });

  it('shows the words of the host', () => {
    render(<WhatsAppNotificationPrompt {...ENOUGH} i18n={{ locale: 'fr', dir: 'ltr', t: (key) => `fr:${key}` }} />);
    expect(screen.getByRole('heading').textContent).toBe('fr:prompt.heading');
  });

  it('adopts its two sheets once for all prompts of a document', () => {
    render(
      <>
        <WhatsAppNotificationPrompt {...ENOUGH} />
        <WhatsAppNotificationPrompt {...ENOUGH} />
      </>,
    );
    const styles = 'adoptedStyleSheets' in document ? document.adoptedStyleSheets.length : 0;
    expect(styles + document.querySelectorAll('style').length).toBe(2);
  });
});

describe('with a server', () => {
  it('creates it once under StrictMode, and releases it when unmounted', async () => {
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
    const { unmount } = render(
      <StrictMode>
        <WhatsAppNotificationPrompt
          {...ENOUGH}
          server="https://example.com"
          publishableKey="pk_example"
          platform={platform}
        />
      </StrictMode>,
    );
    // The consent is hashed first, which takes the runtime a moment.
    await waitFor(() => expect(signals).toHaveLength(1));
    expect(signals[0]?.aborted).toBe(false);
    expect(listeners.size).toBe(1);
    unmount();
    await act(async () => {});
    expect(signals[0]?.aborted).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it('makes one opt-in, however often its parent renders again with words, handlers and looks written in place', async () => {
    const platform = createFakePlatform();
    platform.answer = ({ method, url }) =>
      method === 'POST' && url.endsWith('/api/opt-ins') ? jsonResponse(CREATED, 201) : new Promise<Response>(() => {});
    const creations = () => platform.requests.filter(({ url }) => url.endsWith('/api/opt-ins'));
    const onReady = vi.fn();
    const page = (count: number) => (
      <WhatsAppNotificationPrompt
        {...ENOUGH}
        server="https://optin.example"
        publishableKey="pk_example"
        platform={platform}
        i18n={{ locale: 'fr', dir: 'ltr', t: (key) => `${count}:${key}` }}
        appearance={{ variables: { accent: '#0a66c2' } }}
        components={{ Description: (props) => <p {...props} /> }}
        onReady={() => void onReady()}
        onFailure={() => {}}
        onStateChange={() => {}}
        onBeforeOpen={() => {}}
      >
        <p>Rendered {count} times.</p>
      </WhatsAppNotificationPrompt>
    );
    const { rerender } = render(page(0));
    await waitFor(() => expect(creations()).toHaveLength(1));
    for (let count = 1; count <= 20; count += 1) {
      rerender(page(count));
      await act(settle);
    }
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: '20:prompt.link' }).href).toContain(CREATED.code);
    expect(screen.getByRole('heading').textContent).toBe('20:prompt.heading');
    expect(screen.getByText('Rendered 20 times.')).toBeDefined();
    expect(creations()).toHaveLength(1);
    expect(onReady).toHaveBeenCalledTimes(1);
  });
});
