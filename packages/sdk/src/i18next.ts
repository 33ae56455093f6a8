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
  let ours = { language: '', translator: wordsFor(instance) };

  function current(): Translator {
    const { language } = instance;
    if (ours.language !== language) ours = { language, translator: wordsFor(instance) };
    return ours.translator;
  }

  /** What the words are in: the host's language where it has words of ours, else the one that stands in for it. */
  function locale(): string {
    const { language = '' } = instance;
    const hasWords = [language, language.split('-')[0] ?? ''].some((tag) => instance.hasResourceBundle(tag, ns));
    return hasWords ? language : current().locale;
  }

  return {
    get locale() {
      return locale();
    },
    get dir() {
      return instance.dir(locale());
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

function wordsFor({ language, languages }: i18n): Translator {
  const locale = closestLocale([language, ...(languages ?? [])]) ?? 'en';
  return createTranslator(locale, CATALOGUES[locale]);
}
