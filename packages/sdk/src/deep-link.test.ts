import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptInError } from './contract/errors.js';
import { generateWhatsAppLink, type WhatsAppLinkOptions } from './deep-link.js';
import { detectDevice, type Device } from './device.js';
import { DESKTOP_USER_AGENT, PHONE_USER_AGENT } from './testing/index.js';

const PHONE = '+966500000000';
const phone: Device = detectDevice({ userAgent: PHONE_USER_AGENT });
const desktop: Device = detectDevice({ userAgent: DESKTOP_USER_AGENT });

/** What WhatsApp reads: one decoding of what follows `text=`. */
const textOf = (link: string) => decodeURIComponent(link.slice(link.indexOf('text=') + 5));
const codeOf = (...given: unknown[]): string => {
  try {
    return generateWhatsAppLink(...(given as Parameters<typeof generateWhatsAppLink>));
  } catch (error) {
    return error instanceof OptInError ? error.code : `not an OptInError: ${String(error)}`;
  }
};

describe('generateWhatsAppLink', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each<[string, WhatsAppLinkOptions | undefined, string]>([
    ['universal', { target: 'universal' }, 'https://wa.me/966500000000?text=Hi%20you'],
    ['app', { target: 'app' }, 'whatsapp://send?phone=966500000000&text=Hi%20you'],
    ['web', { target: 'web' }, 'https://web.whatsapp.com/send?phone=966500000000&text=Hi%20you'],
    ['auto on a phone', { device: phone }, 'https://wa.me/966500000000?text=Hi%20you'],
    [
      'auto on a tablet',
      { device: { ...phone, kind: 'tablet' }, target: 'auto' },
      'https://wa.me/966500000000?text=Hi%20you',
    ],
    ['auto on a desktop', { device: desktop }, 'https://web.whatsapp.com/send?phone=966500000000&text=Hi%20you'],
    [
      'a target against the device',
      { device: desktop, target: 'app' },
      'whatsapp://send?phone=966500000000&text=Hi%20you',
    ],
    ['no options', undefined, 'https://wa.me/966500000000?text=Hi%20you'],
  ])('writes the address for %s', (_, options, expected) => {
    vi.stubGlobal('navigator', undefined);
    expect(generateWhatsAppLink(PHONE, 'Hi you', options)).toBe(expected);
  });

  it.each([
    [DESKTOP_USER_AGENT, 'https://web.whatsapp.com/'],
    [PHONE_USER_AGENT, 'https://wa.me/'],
    ['Node.js/22', 'https://wa.me/'],
  ])('asks the navigator where no device is given: %s', (userAgent, start) => {
    vi.stubGlobal('navigator', { userAgent });
    expect(generateWhatsAppLink(PHONE, 'Hi').startsWith(start)).toBe(true);
  });

  it.each(['universal', 'app', 'web'] as const)('reads no navigator for the target %s', (target) => {
    const userAgent = vi.fn(() => PHONE_USER_AGENT);
    vi.stubGlobal('navigator', Object.defineProperty({}, 'userAgent', { get: userAgent }));
    generateWhatsAppLink(PHONE, 'Hi', { target });
    expect(userAgent).not.toHaveBeenCalled();
  });

  it.each(['# & + ? % = /', 'line\nbreak', 'تذكرة A001 – ٥٠٪', '😊 👩‍👩‍👧', '100%25 %2B', '', ' '])(
    'keeps %j as typed',
    (text) => {
      expect(textOf(generateWhatsAppLink(PHONE, text))).toBe(text);
    },
  );

  it('writes a space as %20, never as +', () => {
    expect(generateWhatsAppLink(PHONE, 'a b')).toMatch(/text=a%20b$/);
  });

  it('makes lone surrogates well-formed', () => {
    expect(textOf(generateWhatsAppLink(PHONE, 'a\ud83d b\ude0a 😊'))).toBe('a\ufffd b\ufffd 😊');
  });

  it('carries any text and any number there and back', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{7,14}$/),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('universal', 'app', 'web'),
        (digits, text, target) => {
          const link = generateWhatsAppLink(digits, text, { target });
          expect(textOf(link)).toBe(text);
          expect(link).toContain(digits);
          expect(new URL(link).hash).toBe('');
        },
      ),
    );
  });

  it('takes 4,096 characters and no more', () => {
    expect(textOf(generateWhatsAppLink(PHONE, 'a'.repeat(4_096)))).toHaveLength(4_096);
    expect(codeOf(PHONE, 'a'.repeat(4_097))).toBe('MESSAGE_TOO_LONG');
  });

  it('takes a link of 8,192 characters and no more', () => {
    const base = 'https://wa.me/966500000000?text='.length;
    const fits = 'a'.repeat((8_192 - base) % 6) + 'ت'.repeat(Math.floor((8_192 - base) / 6));
    expect(generateWhatsAppLink(PHONE, fits)).toHaveLength(8_192);
    expect(codeOf(PHONE, `${fits}a`)).toBe('MESSAGE_TOO_LONG');
  });

  it.each([
    [['', 'Hi'], 'INVALID_PHONE_NUMBER'],
    [['call me', 'Hi'], 'INVALID_PHONE_NUMBER'],
    [['+123', 'Hi'], 'INVALID_PHONE_NUMBER'],
    [[undefined, 'Hi'], 'INVALID_PHONE_NUMBER'],
    [[], 'INVALID_PHONE_NUMBER'],
    [[PHONE], 'MISSING_OPTION'],
    [[PHONE, null], 'MISSING_OPTION'],
    [[PHONE, ['Hi']], 'MISSING_OPTION'],
    [[PHONE, 'Hi', null], 'https://wa.me/966500000000?text=Hi'],
    [[PHONE, 'Hi', { target: 'constructor' }], 'https://wa.me/966500000000?text=Hi'],
  ])('answers the call %j with %s', (given, expected) => {
    vi.stubGlobal('navigator', undefined);
    expect(codeOf(...(given as unknown[]))).toBe(expected);
  });
});
