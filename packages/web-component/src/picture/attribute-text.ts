/** @returns how a value is written into an attribute; `null` where the attribute is to be absent. */
export function attributeText(value: unknown): string | null {
  if (value === undefined || value === null || value === false) return null;
  return value === true ? '' : `${value as string | number}`;
}
