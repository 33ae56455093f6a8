import { NOTIFICATION_TYPES, SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import { expect, it } from 'vitest';
import { checkTemplate, renderTemplate } from '../organizations/message-template.js';
import { builtInTemplate } from './built-in-template.js';
import { createTranslations } from './create-translations.js';

const translations = createTranslations();

it.each(SUPPORTED_LOCALES)('are templates that can be saved, in %s', (locale) => {
  for (const type of NOTIFICATION_TYPES) {
    const body = builtInTemplate(translations, { type, locale });
    expect([type, checkTemplate(body).status, /\p{Nd}/u.test(body)]).toEqual([type, 'ok', false]);
  }
});

it('read as the built-in texts do', () => {
  const template = builtInTemplate(translations, { type: 'session_expiring', locale: 'ar-SA' });
  const values = { companyName: 'Acme', ticketNumber: 'A001', minutesLeft: '١١' };
  const built = translations.notification({
    ...{ locale: 'ar', type: 'session_expiring', params: { minutesLeft: 11 }, departmentName: null },
    ...{ ticketNumber: 'A001', companyName: 'Acme' },
  });
  expect(renderTemplate(template, values)).toEqual({ status: 'rendered', text: built.body });
});
