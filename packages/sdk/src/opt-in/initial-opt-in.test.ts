import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_STYLES } from '../contract/message-style.js';
import { generateWhatsAppLink } from '../deep-link.js';
import { detectDevice, type NavigatorLike } from '../device.js';
import { wordsFor } from '../locales/words.js';
import { formatPhoneNumber } from '../format-phone-number.js';
import { normalizePhoneNumber } from '../phone-number.js';
import { createFakePlatform } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import { initialOptIn } from './initial-opt-in.js';
import type { OptInOptions } from './opt-in.js';
import { ownOptions } from './own-options.js';

const UI = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const NAVIGATORS: readonly (NavigatorLike | null)[] = [
  null,
  { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${UI} Chrome/150.0 Safari/537.36` },
  { userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${UI} Version/18.0 Mobile/15E148 Safari/604.1` },
  { userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${UI} Mobile/15E148` },
  { userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${UI} Mobile/15E148 musical_ly_40 trill_40` },
  { userAgent: `Mozilla/5.0 (Linux; Android 15) ${UI} Chrome/150.0 Mobile Safari/537.36 Instagram 300.0` },
  { userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${UI} Chrome/150.0`, userAgentData: { platform: 'Android' } },
];

/** Numbers as offices write them, and what is none. */
const PHONES = [
  ...['+966500000000', '+44 (0)20 7946 0018', '0044 (0) 20 7946 0958', '+49 (0) 30 901820', '+966(0)500000000'],
  ...['+٩٦٦٥٠٠٠٠٠٠٠٠', '+39 06 1234567', 'call us', '', '12'],
];

const phones = fc.oneof(
  fc.constantFrom<OptInOptions['phone']>(...PHONES, 966500000000, undefined),
  fc.string({ maxLength: 24 }),
  fc.array(fc.constantFrom(...'0123456789+()-. '), { maxLength: 20 }).map((symbols) => symbols.join('')),
);

const cases = fc.record({
  phone: phones,
  organizationName: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }),
  ticketNumber: fc.option(fc.string({ maxLength: 16 }), { nil: undefined }),
  messageStyle: fc.option(fc.constantFrom(...MESSAGE_STYLES), { nil: undefined }),
  qr: fc.constantFrom('auto', 'always', 'never'),
  noSkip: fc.boolean(),
  navigator: fc.constantFrom(...NAVIGATORS),
});

function firstCardOf(options: OptInOptions, navigator: NavigatorLike | null) {
  return initialOptIn(ownOptions(options), {
    translator: wordsFor(['en']),
    device: navigator && detectDevice(navigator),
    wasDismissed: false,
    isAlone: false,
  });
}

describe('the first card', () => {
  it('says and links what the opt-in itself says and links, or leaves it to that', () => {
    fc.assert(
      fc.property(cases, ({ navigator, ...given }) => {
        const options = { ...given, locale: 'en' } as OptInOptions;
        const platform = { ...createFakePlatform(), navigator: () => navigator };
        const { isFinal, snapshot } = firstCardOf(options, navigator);
        const whole = createOptIn({ ...options, platform }).getSnapshot();
        if (isFinal) expect(snapshot).toEqual(whole);
        else expect(whole.state).toBe('failed');
      }),
      { numRuns: 400 },
    );
  });

  it('links and shows a number as the functions of the SDK read it', () => {
    fc.assert(
      fc.property(phones, fc.constantFrom(...NAVIGATORS), (phone, navigator) => {
        const { isFinal, snapshot } = firstCardOf({ phone, locale: 'en' } as OptInOptions, navigator);
        if (!isFinal) return;
        const digits = normalizePhoneNumber(String(phone));
        const universal = generateWhatsAppLink(digits, snapshot.message ?? '', { target: 'universal' });
        const web = generateWhatsAppLink(digits, snapshot.message ?? '', { target: 'web' });
        expect(snapshot.companyNumber).toBe(digits);
        expect(snapshot.view.number?.text).toEqual([{ isolated: formatPhoneNumber(digits) }]);
        if (navigator === null) expect(snapshot.href).toBe(universal);
        else if (detectDevice(navigator).kind === 'desktop') expect(snapshot.href).toBe(web);
        else if (!detectDevice(navigator).inAppBrowser) expect(snapshot.href).toBe(universal);
      }),
      { numRuns: 400 },
    );
  });
});
