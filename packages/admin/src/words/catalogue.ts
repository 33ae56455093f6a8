import type { en } from './en.js';

type English = typeof en;
type Section = keyof English;
type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Plain<Key> = Key extends `${string}_${Form}` ? never : Key;
type Counted<Key> = Key extends `${infer Base}_${Form}` ? Base : never;

/** Every entry of English; of a counted one, the forms that the language has, `other` always among them. */
export type AdminCatalogue = {
  readonly [S in Section]: { readonly [Key in Plain<keyof English[S]>]: string } & {
    readonly [Base in Counted<keyof English[S]> as `${Base}_other`]: string;
  } & { readonly [Base in Counted<keyof English[S]> as `${Base}_${Exclude<Form, 'other'>}`]?: string };
};

type KeysOf<S extends Section> = Plain<keyof English[S]> | Counted<keyof English[S]>;
/** `sessions.heading`; of a counted entry its name without a form. */
export type WordKey = { [S in Section]: `${S}.${KeysOf<S> & string}` }[Section];

/** Texts of the host in place of ours: `{ sessions: { heading: 'Conversations' } }`. */
export type AdminWordChanges = {
  readonly [S in Section]?: Readonly<Record<string, string>>;
};
