/**
 * A README as a docs page shows it: what comes before its first chapter, and the chapters.
 *
 * Storybook's Markdown takes code that is broken across two lines for a block, and a README breaks its lines anywhere.
 */
export function readmeParts(readme: string): { introduction: string; chapters: string } {
  const text = readme
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) => (part.startsWith('```') ? part : part.replace(/`[^`]+`/g, (code) => code.replaceAll('\n', ' '))))
    .join('');
  const at = text.indexOf('\n## ');
  return at < 0
    ? { introduction: text, chapters: '' }
    : { introduction: text.slice(0, at), chapters: text.slice(at + 1) };
}
