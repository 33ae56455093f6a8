import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLazyOptIn } from './create-lazy-opt-in.js';
import { livePart } from './live-part.js';
import { createFakePlatform } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import type { OptInEvent, OptInOptions } from './opt-in.js';

const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' };

afterEach(() => vi.restoreAllMocks());

describe.each([
  ['style', { messageStyle: 'loud' }, 'UNKNOWN_STYLE'],
  ['display', { display: 'billboard' }, 'UNKNOWN_DISPLAY'],
  ['theme', { theme: 'neon' }, 'UNKNOWN_THEME'],
  ['locale', { locale: 'xx' }, 'UNKNOWN_LOCALE'],
] as const)('an unknown %s', (_, wrong, code) => {
  const options = { ...CLINIC, ...wrong } as OptInOptions;

  it('leaves a card that works, and is reported once', () => {
    const events: OptInEvent[] = [];
    const optIn = createOptIn({ ...options, platform: createFakePlatform(), onEvent: (event) => events.push(event) });
    const leave = optIn.subscribe(() => {});
    leave();
    optIn.subscribe(() => {});
    const { state, view } = optIn.getSnapshot();
    expect([state, view.display, view.link?.href?.includes('966500000000')]).toEqual(['idle', 'card', true]);
    expect(events.flatMap((event) => (event.type === 'failure' ? [event.error.code] : []))).toEqual([code]);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('is written to the console while a page is developed: %s', (isDevelopment, times) => {
    const logError = vi.spyOn(console, 'error').mockImplementation(() => {});
    createOptIn({ ...options, platform: createFakePlatform({ isDevelopment }) }).subscribe(() => {});
    expect(logError).toHaveBeenCalledTimes(times);
  });
});

describe('a number where a text is expected', () => {
  const snapshotOf = (options: object) => createOptIn({ ...options, platform: createFakePlatform() }).getSnapshot();

  it('is read as the phone, as its digits would be', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 7n, max: 10n ** 15n - 1n }), (digits) => {
        const { href, companyNumber, view } = snapshotOf({ phone: Number(digits) });
        expect(companyNumber).toBe(`+${digits}`);
        expect({ href, view }).toEqual((({ href, view }) => ({ href, view }))(snapshotOf({ phone: String(digits) })));
      }),
      { numRuns: 50 },
    );
  });

  it.each([0, -966500000000, 96650000.5, 1e21, Number.NaN, Infinity, 2 ** 53, 1234567])(
    'is refused as a phone: %s',
    (phone) => {
      expect(snapshotOf({ phone })).toMatchObject({ state: 'failed', href: null });
    },
  );

  it('is read as the ticket and the name', () => {
    const { message, view } = snapshotOf({ ...CLINIC, organizationName: 24, ticketNumber: 7 });
    expect(message).toBe('Hi 24, please send me queue updates for ticket 7');
    expect(view.description).toEqual(['24 · ticket ', { isolated: '7' }]);
  });
});

it('sends the server no style that it does not know', async () => {
  const world = createFakePlatform();
  const options = { server: 'https://api.example', messageStyle: 'loud' } as unknown as OptInOptions;
  createOptIn({ ...options, platform: world }).subscribe(() => {});
  await world.advance(0);
  expect(world.requests[0]?.body).not.toHaveProperty('messageStyle');
});

/** Names that our code reads of objects that may lack them; an attacker's library plants them on every object. */
const PLANTED = [
  ...['phone', 'organizationName', 'ticketNumber', 'messageStyle', 'locale', 'pageLocale', 'translator', 'server'],
  ...['publishableKey', 'ticketToken', 'ticketId', 'optIn', 'display', 'qr', 'resetAfterMs', 'askAgain', 'noSkip'],
  ...['testState', 'theme', 'isReady', 'onEvent', 'platform', 'device', 'target', 'countryCode', 'links', 'universal'],
  ...[
    'app',
    'web',
    'short',
    'companyNumber',
    'message',
    'href',
    'card',
    'bar',
    'idle',
    'en',
    'count',
    'clientToken',
    'id',
  ],
];

it(`changes nothing where ${PLANTED.length} keys are planted on every object`, () => {
  const takeSnapshot = () => {
    const options = { ...CLINIC, locale: 'en', platform: createFakePlatform() };
    const lazy = createLazyOptIn(options, livePart);
    return JSON.stringify([createOptIn(options).getSnapshot(), lazy.getSnapshot()]);
  };
  const clean = takeSnapshot();
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  let polluted: string;
  try {
    for (const key of PLANTED) prototype[key] = 'javascript:alert(1)';
    polluted = takeSnapshot();
  } finally {
    for (const key of PLANTED) delete prototype[key];
  }
  expect(polluted).toBe(clean);
});

it('emits every event to the window, without personal data', async () => {
  const world = createFakePlatform();
  const optIn = createOptIn({ ...CLINIC, platform: world });
  optIn.subscribe(() => {});
  optIn.open();
  optIn.act('no_whatsapp');
  await world.advance(0);
  expect(world.windowEvents.map(({ type }) => type)).toEqual([
    'whatsapp-optin:ready',
    'whatsapp-optin:funnel',
    'whatsapp-optin:funnel',
    'whatsapp-optin:statechange',
    'whatsapp-optin:optin',
    'whatsapp-optin:statechange',
    'whatsapp-optin:funnel',
    'whatsapp-optin:skip',
  ]);
  expect(world.windowEvents.flatMap(({ detail }) => ('step' in detail ? [detail.step] : []))).toEqual([
    'qr_shown',
    'link_open',
    'declined',
  ]);
  expect(JSON.stringify(world.windowEvents)).not.toMatch(/966|A001|Acme|wa\.me/);
});
