import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdmin } from '../use-admin.js';
import type { WordKey } from './catalogue.js';
import type { Formats } from './create-formats.js';

export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  /** Numbers come out in the reader's digits; `count` also chooses the form, and stands in `{{n}}`. */
  t(key: WordKey, values?: WordValues): string;
  /** The words of a value that has an entry of its own: a reason, a status. Else `otherwise`, the value itself by default. */
  named(section: string, value: string, otherwise?: string): string;
  formats: Formats;
  locale: string;
}

/** The words and formats of the nearest `AdminProvider`. */
export function useWords(): Words {
  const { i18n, formats: source, locale } = useAdmin();
  const formats = useSyncExternalStore(source.subscribe, source.get, source.get);
  const { t: translate } = useTranslation('admin', { i18n });
  const t = useCallback(
    (key: WordKey, values: WordValues = {}) => {
      const shown = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' && name !== 'count' ? formats.number(value) : value,
      ]);
      const { count } = values;
      const digits = typeof count === 'number' ? { n: formats.number(count) } : {};
      return translate(key, { ...Object.fromEntries(shown), ...digits } as Record<string, string>);
    },
    [translate, formats],
  );
  const named = useCallback(
    (section: string, value: string, otherwise = value) =>
      translate(`${section}.${value}`, { defaultValue: otherwise }),
    [translate],
  );
  return useMemo(() => ({ t, named, formats, locale }), [t, named, formats, locale]);
}
