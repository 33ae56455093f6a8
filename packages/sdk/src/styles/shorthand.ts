/**
 * Writes a sheet out. Our sheets travel in a shorthand, since a page pays for every selector: `^` is the outer box
 * (`.whatsapp-optin`), `$head` a class of ours inside it, `%head` the class by itself, `~text` the value of `--wo-text`.
 *
 * @returns CSS without any of the characters that HTML escapes (`& < > " '`): React 18 and 19 both write it into `<style>` as it is.
 */
export function writtenOut(shorthand: string): string {
  return shorthand
    .replace(/~([\w-]+)/g, 'var(--wo-$1)')
    .replace(/\$/g, '^ %')
    .replace(/%(?=[a-z])/g, '.whatsapp-optin-')
    .replace(/\^/g, '.whatsapp-optin');
}
