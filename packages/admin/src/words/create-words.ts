import { createInstance, type i18n } from 'i18next';
import type { AdminWordChanges } from './catalogue.js';
import { ar } from './ar.js';
import { en } from './en.js';

/** Languages of the admin components; the prompt that customers see has more. */
export const ADMIN_LOCALES = ['en', 'ar'] as const;
export type AdminLocale = (typeof ADMIN_LOCALES)[number];

const CATALOGUES: Readonly<Record<AdminLocale, object>> = { en, ar };

/** The nearest language of ours: `ar-SA` is `ar`, an unknown one `en`. */
export function closestAdminLocale(tag: string | undefined): AdminLocale {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return ADMIN_LOCALES.find((locale) => locale === language) ?? 'en';
}

/** An i18next of our own: the host's global instance stays as it is. */
export function createWords(locale: AdminLocale, changes: AdminWordChanges = {}): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'en',
    ns: ['admin'],
    defaultNS: 'admin',
    resources: { en: { admin: CATALOGUES.en }, ...(locale !== 'en' && { [locale]: { admin: CATALOGUES[locale] } }) },
    // React writes text, so that escaping here would show the escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  instance.addResourceBundle(locale, 'admin', changes, true, true);
  return instance;
}
