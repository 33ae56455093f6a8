import { MESSAGE_STYLES, SUPPORTED_LOCALES, getPrewrittenMessage } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import { flagMessage } from './near-stop.js';

describe('a message that staff should read', () => {
  it.each(['Stop. Thank you', 'stpo', 'sttop', 'unsubscibe', 'can you stop now', 'parar por favor'])(
    '%j is nearly a STOP',
    (text) => {
      expect(flagMessage(text)).toBe('near_stop');
    },
  );

  it.each(['cancel', 'Cancel!', 'إلغاء', 'الغاء', 'iptal', 'रद्द', 'batal'])('%j may mean the booking', (text) => {
    expect(flagMessage(text)).toBe('cancel');
  });

  it.each([
    'STOP',
    'إيقاف',
    'START',
    'Hello',
    'shop',
    'Where is the bus stop near the big white building on your street?',
    '🙏',
    '',
  ])('%j is neither', (text) => {
    expect(flagMessage(text)).toBeNull();
  });

  it('no pre-written message is one, in any style and language', () => {
    for (const locale of SUPPORTED_LOCALES) {
      for (const messageStyle of MESSAGE_STYLES) {
        const text = getPrewrittenMessage(
          { name: 'Al Noor', messageStyle },
          { number: 'A001' },
          { locale, code: '0DP3-ZJ2R-7356' },
        );
        expect([text, flagMessage(text)]).toEqual([text, null]);
      }
    }
  });
});
