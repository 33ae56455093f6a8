import type { i18n } from 'i18next';
import { CATALOGUES } from './locales/catalogues.js';
import { closestLocale } from './locales/locales.js';
import { createTranslator, type Translator } from './translator.js';

/** Options of `fromI18next`. */
export interface I18nextTranslatorOptions {
  /** Namespace of the host's that holds our keys. @default 'whatsapp-optin' */
  namespace?: string | undefined;
}

/** Interpolation settings of our texts. i18next applies them over the host's settings for one call. */
const OUR_FORM = {
  escapeValue: false,
  prefix: '{{',
  suffix: '}}',
  unescapePrefix: '-',
  unescapeSuffix: '',
  formatSeparator: ',',
  alwaysFormat: false,
  maxReplaces: 1_000,
  // A name that contains a placeholder stays as it is.
  skipOnVariables: true,
};

/**
 * Reads our words from the host's own i18next instance, in its current language. A key that the host does not have comes
 * from our catalogue of the closest locale, else from the English one. The texts of our namespace have the placeholders of our
 * catalogues, `{{name}}`, even if the host's own have others. A namespace may be loaded later.
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

  /** The language of the words: the host's if it has words of ours, else that of our catalogue. */
  function locale(): string {
    const { language = '' } = instance;
    const hasWords = [language, language.split('-')[0] ?? ''].some(
      // A host that is still to be initialized has no such function.
      (tag) => (instance as Partial<i18n>).hasResourceBundle?.(tag, ns),
    );
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
      const settings = { ...values, ns, interpolation: OUR_FORM };
      // Only in the language itself: a host's English must not replace our Arabic.
      const has = instance.exists(key, { ...settings, fallbackLng: false });
      return has ? String(instance.t(key, settings)) : current().t(key, values);
    },
    onChange(listener) {
      const onWords = (_language: string, namespace: string) => {
        if (namespace === ns) listener();
      };
      let stopStore = () => {};
      const followStore = () => {
        const { store } = instance as Partial<i18n>;
        stopStore();
        store?.on('added', onWords);
        store?.on('removed', onWords);
        stopStore = () => {
          store?.off('added', onWords);
          store?.off('removed', onWords);
        };
      };
      const onInitialized = () => {
        followStore();
        listener();
      };
      followStore();
      instance.on('languageChanged', listener);
      instance.on('initialized', onInitialized);
      return () => {
        stopStore();
        instance.off('languageChanged', listener);
        instance.off('initialized', onInitialized);
      };
    },
  };
}

function wordsFor({ language, languages }: i18n): Translator {
  const locale = closestLocale([language, ...(languages ?? [])]) ?? 'en';
  return createTranslator(locale, CATALOGUES[locale]);
}
