import { errorMessage } from '../contract/error-messages.js';
import { OptInError, type OptInErrorCode } from '../contract/errors.js';
import { MESSAGE_STYLES } from '../contract/message-style.js';
import { SUPPORTED_LOCALES, closestLocale } from '../locales/locales.js';
import type { OwnOptions } from './own-options.js';
import { OPT_IN_DISPLAYS, OPT_IN_THEMES } from './opt-in-display.js';

/** Mistakes in the options that the page survives: each has a fallback, and is told once. */
export function inputProblems(options: OwnOptions): OptInError[] {
  const { messageStyle, locale, display, theme, translator } = options;
  return [
    ...unknown('UNKNOWN_STYLE', messageStyle, MESSAGE_STYLES),
    ...unknown('UNKNOWN_DISPLAY', display, OPT_IN_DISPLAYS),
    ...unknown('UNKNOWN_THEME', theme, OPT_IN_THEMES),
    ...(locale && !translator && !closestLocale([locale]) ? unknown('UNKNOWN_LOCALE', locale, SUPPORTED_LOCALES) : []),
  ];
}

function unknown(code: OptInErrorCode, value: string | null | undefined, known: readonly string[]): OptInError[] {
  if (!value || known.includes(value)) return [];
  const found = JSON.stringify(String(value).slice(0, 32));
  return [new OptInError(code, errorMessage(code, `Found: ${found}. Known: ${known.join(', ')}.`))];
}
