import type { OptInErrorCode } from '../contract/errors.js';
import { MESSAGE_STYLES } from '../contract/message-style.js';
import { SUPPORTED_LOCALES, closestLocale } from '../locales/locales.js';
import type { OwnOptions } from './own-options.js';
import { OPT_IN_DISPLAYS, OPT_IN_THEMES } from './opt-in-display.js';

interface UnknownInput {
  readonly code: OptInErrorCode;
  readonly value: string;
  readonly known: readonly string[];
}

/** Names in the options that we do not know. The page survives each by its default. */
export function unknownInputs({ messageStyle, locale, display, theme, translator }: OwnOptions): UnknownInput[] {
  const hasWords = Boolean(translator) || !locale || closestLocale([locale]) !== null;
  return [
    { code: 'UNKNOWN_STYLE' as const, value: messageStyle, known: MESSAGE_STYLES },
    { code: 'UNKNOWN_DISPLAY' as const, value: display, known: OPT_IN_DISPLAYS },
    { code: 'UNKNOWN_THEME' as const, value: theme, known: OPT_IN_THEMES },
    { code: 'UNKNOWN_LOCALE' as const, value: hasWords ? undefined : locale, known: SUPPORTED_LOCALES },
  ].flatMap(({ code, value, known }) =>
    value && !(known as readonly string[]).includes(value) ? [{ code, value, known }] : [],
  );
}
