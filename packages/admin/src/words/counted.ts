const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The six forms of a counted entry, in the order of `Intl.PluralRules`: none, one, two, 3 to 10, 11 to 99, 100 and its like. */
export function counted<Base extends string>(
  base: Base,
  ...forms: readonly [string, string, string, string, string, string]
): Record<`${Base}_${(typeof FORMS)[number]}`, string> {
  const entries = FORMS.map((form, at) => [`${base}_${form}`, forms[at]]);
  return Object.fromEntries(entries) as Record<`${Base}_${(typeof FORMS)[number]}`, string>;
}
