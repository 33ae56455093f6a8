import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { OptInError } from '../contract/errors.js';
import { MESSAGE_STYLES, type MessageStyle } from '../contract/message-style.js';
import { createOptInCode, parseOptInCode } from '../contract/opt-in-code.js';
import { SUPPORTED_LOCALES } from '../locales/locales.js';
import { getPrewrittenMessage } from './get-prewritten-message.js';
import { messageTemplates } from './message-templates.js';

const ENGLISH: Record<MessageStyle, string> = {
  simple: "Hi, I'd like to receive queue notifications",
  branded: 'Hi Acme Clinic, please send me queue updates for ticket A001',
  detailed:
    'Hello Acme Clinic! I just received ticket A001 and would like to receive WhatsApp notifications about my queue status. Thank you!',
  generic: 'Hi, I just joined the queue and would like WhatsApp updates',
  formal: 'Hello Acme Clinic, I would like to receive queue notifications for ticket A001. Thank you.',
  casual: 'Hi Acme Clinic! Just got ticket A001, can I get WhatsApp updates? Thanks! 😊',
  brief: 'Hi, ticket A001 - please send WhatsApp updates',
};
const CLINIC = { name: 'Acme Clinic' };
const TICKET = { number: 'A001' };

const codeOf = (task: () => unknown): unknown => {
  try {
    return task();
  } catch (error) {
    return error instanceof OptInError ? error.code : error;
  }
};

describe('messageTemplates', () => {
  it.each(MESSAGE_STYLES)('has the English text of %s', (style) => {
    const template = messageTemplates[style];
    expect(typeof template === 'string' ? template : template('Acme Clinic', 'A001')).toBe(ENGLISH[style]);
  });

  it('does not interpret the contents of a name', () => {
    expect(messageTemplates.branded('{{ticketNumber}} $&', '$1')).toBe(
      'Hi {{ticketNumber}} $&, please send me queue updates for ticket $1',
    );
  });
});

describe('getPrewrittenMessage', () => {
  it.each(MESSAGE_STYLES)('writes the style %s', (messageStyle) => {
    expect(getPrewrittenMessage({ ...CLINIC, messageStyle }, TICKET)).toBe(ENGLISH[messageStyle]);
  });

  it('is brief by default', () => {
    expect(getPrewrittenMessage(CLINIC, TICKET)).toBe(ENGLISH.brief);
    expect(getPrewrittenMessage({ ...CLINIC, messageStyle: null }, TICKET, { locale: null, code: null })).toBe(
      ENGLISH.brief,
    );
  });

  it('ends in the code', () => {
    expect(getPrewrittenMessage(CLINIC, TICKET, { code: '6gctkbf64p5b' })).toBe(
      `${ENGLISH.brief} (ref: 6GCT-KBF6-4P5B)`,
    );
  });

  it('writes Arabic for a Saudi reader', () => {
    expect(getPrewrittenMessage(CLINIC, TICKET, { locale: 'ar-SA', code: '6GCT-KBF6-4P5B' })).toBe(
      'مرحبًا، التذكرة A001 - أرجو إرسال التحديثات عبر واتساب (المرجع: 6GCT-KBF6-4P5B)',
    );
  });

  it('carries a code that is found again, in every style and locale, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MESSAGE_STYLES),
        fc.constantFrom(...SUPPORTED_LOCALES),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        (messageStyle, locale, name, number) => {
          const code = createOptInCode(randomBytes);
          const message = getPrewrittenMessage({ name, messageStyle }, { number }, { locale, code });
          expect(parseOptInCode(message)).toBe(code);
          expect(parseOptInCode(message.toLowerCase().replaceAll('-', ' '))).toBe(code);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      'an unknown style',
      () => getPrewrittenMessage({ ...CLINIC, messageStyle: 'loud' as MessageStyle }, TICKET),
      'UNKNOWN_STYLE',
    ],
    [
      'a style of the prototype',
      () => getPrewrittenMessage({ ...CLINIC, messageStyle: 'toString' as MessageStyle }, TICKET),
      'UNKNOWN_STYLE',
    ],
    ['an unknown locale', () => getPrewrittenMessage(CLINIC, TICKET, { locale: 'tlh' }), 'UNKNOWN_LOCALE'],
    ['no organization', () => getPrewrittenMessage(undefined as never, TICKET), 'MISSING_OPTION'],
    ['no ticket', () => getPrewrittenMessage(CLINIC, null as never), 'MISSING_OPTION'],
  ])('refuses %s', (_, task, code) => {
    expect(codeOf(task)).toBe(code);
  });
});
