/**
 * i18next's `{{name}}`, once from left to right: what a value contains is never read as a placeholder.
 *
 * @returns the text; a placeholder without a value stays, as i18next leaves it.
 */
export function interpolate(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
