import { describe, expect, it } from 'vitest';
import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import { CATALOGUES } from '../locales/catalogues.js';
import { SUPPORTED_LOCALES } from '../locales/locales.js';
import { PHONE_USER_AGENT, createFakePlatform, createFakeStream, jsonResponse } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import { OPT_IN_DISPLAYS, type OptInDisplay } from './opt-in-display.js';

const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' };
const idle = (display: OptInDisplay) =>
  createOptIn({
    ...CLINIC,
    display,
    testState: 'idle',
    platform: createFakePlatform({ userAgent: PHONE_USER_AGENT }),
  }).getSnapshot().view;

describe('what a display shows before the tap', () => {
  it.each([
    ['card', { link: true, skip: true, launcher: false, qr: null, benefits: 4, consent: true }],
    ['bar', { link: true, skip: true, launcher: false, qr: null, benefits: 0, consent: true }],
    ['button', { link: true, skip: false, launcher: false, qr: null, benefits: 0, consent: false }],
    ['floating', { link: true, skip: true, launcher: true, qr: null, benefits: 4, consent: true }],
    ['sheet', { link: true, skip: true, launcher: true, qr: null, benefits: 4, consent: true }],
    ['qr', { link: true, skip: true, launcher: false, qr: 'main', benefits: 0, consent: true }],
    ['kiosk', { link: false, skip: false, launcher: false, qr: 'main', benefits: 0, consent: true }],
    ['print', { link: false, skip: false, launcher: false, qr: 'main', benefits: 0, consent: true }],
  ] as const)('%s', (display, expected) => {
    const view = idle(display);
    expect({
      link: view.link !== null,
      skip: view.skip !== null,
      launcher: view.launcher !== null,
      qr: view.qr?.size ?? null,
      benefits: view.benefits.length,
      consent: view.consent !== null,
    }).toEqual(expected);
  });
});

it('gives every state of every display a heading', () => {
  for (const display of OPT_IN_DISPLAYS) {
    for (const testState of OPT_IN_STATES) {
      const { view } = createOptIn({ ...CLINIC, display, testState, platform: createFakePlatform() }).getSnapshot();
      expect(view.heading).not.toBe('');
      expect(view.heading).not.toMatch(/\w\.\w/);
    }
  }
});

it('opens nothing on a kiosk, whatever the state', () => {
  for (const testState of OPT_IN_STATES) {
    const { view } = createOptIn({
      ...CLINIC,
      display: 'kiosk',
      testState,
      platform: createFakePlatform(),
    }).getSnapshot();
    expect([view.link, view.help, view.actions.some(({ href }) => href)]).toEqual([null, null, false]);
  }
});

describe.each(['kiosk', 'print'] as const)('on a %s, which is not the page of the reader,', (display) => {
  it.each(SUPPORTED_LOCALES)('mentions no page and no way back, in %s', (locale) => {
    const { prompt, qr, steps, connected } = CATALOGUES[locale];
    const words = OPT_IN_STATES.map((testState) => {
      const platform = createFakePlatform();
      const optIn = createOptIn({ ...CLINIC, locale, display, testState, platform });
      const { view } = optIn.getSnapshot();
      return JSON.stringify([
        view.heading,
        view.description,
        view.status,
        view.actions,
        view.qr,
        view.consent,
        view.steps,
      ]);
    }).join();
    for (const text of [prompt.consentFirst, prompt.offline, qr.caption, steps.label, steps.return, connected.note]) {
      expect(words).not.toContain(text);
    }
    expect(words).toContain(qr.consentFirst);
    if (locale === 'en') expect(words).not.toMatch(/come back|this page/i);
  });
});

it('sends the server the consent sentence that a kiosk shows', async () => {
  const world = createFakePlatform();
  const optIn = createOptIn({ server: 'https://api.example', display: 'kiosk', platform: world });
  optIn.subscribe(() => {});
  const shown = optIn.getSnapshot().view.consent;
  await world.advance(0);
  expect(shown).toEqual([
    'You send the first message: scan the code, then press Send. You get updates for this visit only, for 24 hours. Reply STOP at any time to end them.',
  ]);
  expect(world.requests[0]?.body).toMatchObject({ consent: { text: shown?.[0] } });
});

it('shows how to stop once connected at a kiosk, but not that the page may be closed', () => {
  const consentOn = (display: 'card' | 'kiosk') =>
    createOptIn({ ...CLINIC, display, testState: 'connected', platform: createFakePlatform() }).getSnapshot().view
      .consent;
  expect(consentOn('card')).toEqual(['You can close this page. Reply STOP at any time to end the updates.']);
  expect(consentOn('kiosk')).toEqual(['Reply STOP at any time to end the updates.']);
});

it('clears a kiosk for the next person, who gets an opt-in of their own', async () => {
  const world = createFakePlatform();
  const stream = createFakeStream();
  world.answer = ({ url }) => {
    if (!url.endsWith('/opt-ins')) return url.endsWith('/stream') ? stream.response : jsonResponse({});
    return jsonResponse({ id: 'opt-in-1', clientToken: 'token', companyNumber: '+966511111111' }, 201);
  };
  const events: string[] = [];
  const optIn = createOptIn({
    server: 'https://api.example',
    ticketNumber: 'A001',
    display: 'kiosk',
    platform: world,
    onEvent: ({ type }) => events.push(type),
  });
  optIn.subscribe(() => {});
  await world.advance(0);
  stream.send({ id: 'opt-in-1', state: 'connected', expiresAt: '2026-11-24T12:05:00.000Z' });
  await world.advance(19_999);
  expect(optIn.getSnapshot().state).toBe('connected');
  await world.advance(1);
  expect([optIn.getSnapshot().state, optIn.getSnapshot().ticketNumber]).toEqual(['idle', null]);
  expect(events).toContain('reset');
  const asked = world.requests.filter(({ url }) => url.endsWith('/opt-ins')).map(({ body }) => body);
  expect(asked).toEqual([
    expect.objectContaining({ ticketNumber: 'A001' }),
    expect.not.objectContaining({ ticketNumber: 'A001' }),
  ]);
});

it('starts over at a kiosk whose code has expired unused', async () => {
  const world = createFakePlatform();
  world.answer = ({ url }) =>
    url.endsWith('/opt-ins')
      ? jsonResponse({ id: '1', clientToken: 'token', expiresAt: new Date(world.now() + 600_000).toISOString() }, 201)
      : jsonResponse({ id: '1', state: 'idle', expiresAt: new Date(world.now() - 1).toISOString() });
  const optIn = createOptIn({ server: 'https://api.example', display: 'kiosk', qr: 'never', platform: world });
  optIn.subscribe(() => {});
  await world.advance(0);
  await world.advance(600_000);
  expect(optIn.getSnapshot().state).toBe('expired');
  await world.advance(20_000);
  expect(optIn.getSnapshot().state).toBe('idle');
});

it('changes its display without losing its state', () => {
  const optIn = createOptIn({ ...CLINIC, platform: createFakePlatform() });
  optIn.subscribe(() => {});
  optIn.open();
  optIn.setOptions({ display: 'bar' });
  expect([optIn.getSnapshot().state, optIn.getSnapshot().view.display]).toEqual(['waiting', 'bar']);
});
