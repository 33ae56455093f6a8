/**
 * i18next's `{{name}}`, once from left to right: what a value contains is never read as a placeholder.
 *
 * @returns the text; a placeholder without a value becomes empty.
 */
export function interpolate(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : '',
  );
}
