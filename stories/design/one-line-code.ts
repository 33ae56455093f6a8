/** Storybook's Markdown takes code that is broken across two lines for a block; a README breaks its lines anywhere. */
export function oneLineCode(markdown: string): string {
  return markdown.replace(/(^|[^`])`([^`\n]+)\n([^`\n]+)`(?!`)/g, '$1`$2 $3`');
}
