/** How the text of an attribute reads as a property. `null` is an attribute that is not there. */
export type Attribute<Value> = (text: string | null) => Value;

export const text: Attribute<string | undefined> = (text) => text ?? undefined;

/** Words with spaces or commas between them. */
export const words: Attribute<readonly string[] | undefined> = (text) => text?.split(/[\s,]+/);

/** True if the attribute is present. `no-skip="false"` is false: Vue 3 and React 18 write that for `false`. */
export const flag: Attribute<boolean> = (text) => text !== null && text.trim().toLowerCase() !== 'false';

/** @returns how a property's value is written into an attribute; `null` where the attribute is to be absent. */
export function attributeText(value: unknown): string | null {
  if (value === undefined || value === null || value === false) return null;
  return value === true ? '' : `${value as string | number}`;
}

/** `message-style` for `messageStyle`. */
export function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

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
