/** How the text of an attribute reads as a property. `null` is an attribute that is not there. */
export type Attribute<Value> = (text: string | null) => Value;

export const text: Attribute<string | undefined> = (text) => text ?? undefined;

/** True where the attribute stands, whatever its value: `no-skip="false"` is true, as in HTML. */
export const flag: Attribute<boolean> = (text) => text !== null;

/** A number of the unit that the attribute's name ends in; anything else reads as absent. */
export const number: Attribute<number | undefined> = (text) =>
  text?.trim() && Number.isFinite(+text) ? +text : undefined;

/** One of `values`; anything else reads as `fallback`. */
export function choice<Value extends string, Fallback extends Value | undefined>(
  values: readonly Value[],
  fallback: Fallback,
): Attribute<Value | Fallback> {
  return (text) => values.find((value) => value === text) ?? fallback;
}
