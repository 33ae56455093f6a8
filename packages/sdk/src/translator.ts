/** Words of one locale. `t` takes the values of the placeholders; `count` chooses the plural form. */
export interface Translator {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  t(key: string, values?: Record<string, string | number>): string;
}
