/** How one attribute is read and written. `null` is an attribute that is not there. */
export interface Attribute<Value> {
  parse(text: string | null): Value;
  format(value: Value): string | null;
}

export const text: Attribute<string | undefined> = {
  parse: (text) => text ?? undefined,
  format: (value) => (value === undefined || value === null ? null : String(value)),
};

/** True where the attribute stands, whatever its value: `no-skip="false"` is true, as in HTML. */
export const flag: Attribute<boolean> = {
  parse: (text) => text !== null,
  format: (value) => (value ? '' : null),
};

/** A number of the unit that the attribute's name ends in; anything else reads as absent. */
export const number: Attribute<number | undefined> = {
  parse: (text) => (text !== null && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  format: (value) => (value === undefined || value === null ? null : String(value)),
};

/** One of `values`; anything else reads as `fallback`. */
export function choice<Value extends string, Fallback extends Value | undefined>(
  values: readonly Value[],
  fallback: Fallback,
): Attribute<Value | Fallback> {
  return {
    parse: (text) => values.find((value) => value === text) ?? fallback,
    format: (value) => value ?? null,
  };
}
