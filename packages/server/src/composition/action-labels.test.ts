import { MESSAGE_ACTIONS, toAsciiDigits } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from '../inbound/stop/classify-message.js';
import { readTap } from '../inbound/message-tap.js';
import { createTranslations, SERVER_LOCALES } from '../translations/create-translations.js';

/** WhatsApp counts a button's title in UTF-16 units and refuses more. */
const LONGEST_LABEL = 20;

const translations = createTranslations();

describe.each(SERVER_LOCALES)('the actions in %s', (locale) => {
  const { choices, numbered } = translations.actions({ locale, actions: MESSAGE_ACTIONS });
  const labels = choices.map(({ label }) => label);

  it('have labels that fit on a button, each its own', () => {
    expect(labels.filter((label) => label.length > LONGEST_LABEL || label.trim() !== label || label === '')).toEqual(
      [],
    );
    expect(new Set(labels).size).toBe(MESSAGE_ACTIONS.length);
    expect(toAsciiDigits(labels[1] ?? '')).toContain('10');
  });

  it('have labels that are no STOP, and none nearly', () => {
    const further = { stop: [], start: [] };
    for (const label of labels) {
      expect([label, classifyMessage(label, { further, locale }).kind]).toEqual([label, 'none']);
    }
  });

  it('are offered by number on one line, each label kept apart where the line runs from the right', () => {
    const isRightToLeft = translations.direction(locale) === 'rtl';
    const items = labels.map((label, index) => {
      return [index + 1, isRightToLeft ? `\u2068${label}\u2069` : label] as const;
    });
    for (const [number, label] of items) {
      const at = numbered.indexOf(label);
      expect(at).toBeGreaterThan(0);
      const before = toAsciiDigits(numbered.slice(0, at)).trimEnd();
      expect(before.endsWith(String(number))).toBe(true);
      expect(readTap({ text: before.slice(-1) }, null)).toEqual({ number });
    }
    expect(numbered).not.toContain('\n');
  });
});
