/**
 * i18next's `{{name}}`, once from left to right: a placeholder within a value is not replaced.
 *
 * @returns the text; a placeholder without a value stays, as i18next leaves it.
 */
export function interpolate(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
