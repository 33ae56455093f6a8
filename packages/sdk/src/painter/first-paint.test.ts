import { describe, expect, it } from 'vitest';
import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import en from '../locales/en.js';
import ar from '../locales/ar.js';
import { createOptInController } from '../opt-in/opt-in-controller.js';
import type { OptInOptions } from '../opt-in/opt-in.js';
import { DESKTOP_USER_AGENT, PHONE_USER_AGENT, createFakePlatform } from '../testing/index.js';
import { createTranslator } from '../translator.js';
import { firstPaint } from './first-paint.js';

const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' };
const ADOPTED = {
  id: '1',
  clientToken: 'token',
  code: '6GCT-KBF6-4P5B',
  message: 'Hi',
  companyNumber: '+966511111111',
  organizationName: 'Acme',
  expiresAt: '2026-11-24T12:05:00.000Z',
  links: {
    universal: 'https://wa.me/966511111111?text=Hi',
    app: 'whatsapp://send?phone=966511111111&text=Hi',
    web: 'https://web.whatsapp.com/send?phone=966511111111&text=Hi',
    short: 'https://o.example/o/6GCT-KBF6-4P5B',
  },
};

const OPTIONS: readonly (readonly [string, OptInOptions])[] = [
  ['three options', CLINIC],
  ['a phone alone', { phone: '+966500000000' }],
  ['no ticket', { phone: '+966500000000', organizationName: 'Acme Clinic' }],
  ['a style', { ...CLINIC, messageStyle: 'brief' }],
  ['no Skip', { ...CLINIC, noSkip: true }],
  ['a QR wanted', { ...CLINIC, qr: 'always' }],
  ['no QR wanted', { ...CLINIC, qr: 'never' }],
  ['a server', { server: 'https://api.example', ticketNumber: 'A001' }],
  ['a server and a phone', { ...CLINIC, server: 'https://api.example' }],
  ['an opt-in of the host', { ...CLINIC, server: 'https://api.example', optIn: ADOPTED }],
  ['an opt-in by its id', { ...CLINIC, server: 'https://api.example', optIn: { id: '1', clientToken: 'token' } }],
  ['the first state asked for', { ...CLINIC, testState: 'idle' }],
];
const DEVICES = [
  ['a phone', PHONE_USER_AGENT],
  ['a desktop', DESKTOP_USER_AGENT],
] as const;
const WORDS = [createTranslator('en', en), createTranslator('ar', ar)] as const;

describe.each(OPTIONS)('with %s', (_, options) => {
  it.each(DEVICES.flatMap(([name, agent]) => WORDS.map((words) => [name, words.locale, agent, words] as const)))(
    'says on %s in %s what the whole says',
    (_name, _locale, userAgent, words) => {
      const platform = createFakePlatform({ userAgent });
      const whole = createOptInController({ ...options, platform }, () => words).getSnapshot();
      const paint = firstPaint(options, words, platform.navigator());
      expect(paint.drawable).toBe(true);
      expect(paint.snapshot).toEqual(whole);
    },
  );
});

it.each([
  ...OPT_IN_STATES.filter((state) => state !== 'idle').map(
    (testState) => [testState, { ...CLINIC, testState }] as const,
  ),
  ['no phone', {}],
  ['a bad phone', { ...CLINIC, phone: 'call me' }],
  ['another display', { ...CLINIC, display: 'bar' }],
  ['a display that nobody knows', { ...CLINIC, display: 'billboard' as 'bar' }],
] as const)('has nothing to draw for %s', (_, options) => {
  expect(firstPaint(options, WORDS[0], null).drawable).toBe(false);
});

it.each([
  ['a phone, without a server', CLINIC, PHONE_USER_AGENT, true],
  ['a desktop, whose QR is still to come', CLINIC, DESKTOP_USER_AGENT, false],
  ['a desktop without a QR', { ...CLINIC, qr: 'never' }, DESKTOP_USER_AGENT, true],
  ['a server', { ...CLINIC, server: 'https://api.example' }, PHONE_USER_AGENT, false],
  ['an unknown style', { ...CLINIC, messageStyle: 'loud' as 'brief' }, PHONE_USER_AGENT, false],
  ['an unknown theme', { ...CLINIC, theme: 'neon' }, PHONE_USER_AGENT, false],
  ['an unknown locale', { ...CLINIC, locale: 'xx' }, PHONE_USER_AGENT, false],
  ['a view inside another app', CLINIC, `${PHONE_USER_AGENT} Instagram 357.0`, false],
] as const)('knows whether more is to be loaded: %s', (_, options, userAgent, whole) => {
  expect(firstPaint(options, WORDS[0], { userAgent }).whole).toBe(whole);
});
