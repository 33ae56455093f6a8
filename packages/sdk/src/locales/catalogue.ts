import type en from './en.js';

/** Suffixes of i18next's JSON format, one for each category of `Intl.PluralRules`. */
export const PLURAL_SUFFIXES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralSuffix = (typeof PLURAL_SUFFIXES)[number];

type Section = keyof typeof en & string;
type Entry<S extends Section> = keyof (typeof en)[S] & string;
type PluralEntry<S extends Section> =
  Entry<S> extends infer E ? (E extends `${infer Base}_other` ? Base : never) : never;
type SingleEntry<S extends Section> = Exclude<Entry<S>, `${PluralEntry<S>}_${PluralSuffix}`>;

/** Every key that can be translated, `section.entry`, plural suffixes left off. */
export type TranslationKey = { [S in Section]: `${S}.${SingleEntry<S> | PluralEntry<S>}` }[Section];

/** The words of one locale: i18next's JSON format. A key that English has and another locale has not is a type error. */
export type Catalogue = {
  readonly [S in Section]: { readonly [E in SingleEntry<S> | `${PluralEntry<S>}_other`]: string } & {
    readonly [E in `${PluralEntry<S>}_${PluralSuffix}`]?: string;
  };
};
