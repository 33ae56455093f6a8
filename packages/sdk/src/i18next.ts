import type { i18n } from 'i18next';
import { CATALOGUES } from './locales/catalogues.js';
import { closestLocale } from './locales/locales.js';
import { createTranslator, type Translator } from './translator.js';

export interface I18nextTranslatorOptions {
  /** Namespace of the host's that holds our keys. @default 'whatsapp-optin' */
  namespace?: string | undefined;
}

/**
 * Our words out of the host's own i18next instance, in whatever language it is set to. A key that the host does not have comes
 * from our catalogue of the closest locale, else from the English one.
 *
 * @example createOptIn({ phone, translator: fromI18next(i18next) })
 */
export function fromI18next(instance: i18n, options?: I18nextTranslatorOptions): Translator {
  const ns = options?.namespace ?? 'whatsapp-optin';
  let ours = ourWords(instance);

  function current(): Translator {
    if (ours.for !== languageOf(instance)) ours = ourWords(instance);
    return ours.translator;
  }

  return {
    get locale() {
      return languageOf(instance);
    },
    get dir() {
      return instance.dir(languageOf(instance));
    },
    t(key, values = {}) {
      const settings = { ...values, ns, interpolation: { escapeValue: false } };
      // Only in the language itself: a host's English must not stand in for our Arabic.
      const has = instance.exists(key, { ...settings, fallbackLng: false });
      return has ? String(instance.t(key, settings)) : current().t(key, values);
    },
    onChange(listener) {
      instance.on('languageChanged', listener);
      return () => instance.off('languageChanged', listener);
    },
  };
}

function ourWords(instance: i18n): { for: string; translator: Translator } {
  const language = languageOf(instance);
  const locale = closestLocale([language, ...(instance.languages ?? [])]) ?? 'en';
  return { for: language, translator: createTranslator(locale, CATALOGUES[locale]) };
}

function languageOf(instance: i18n): string {
  return instance.resolvedLanguage ?? instance.language ?? 'en';
}
