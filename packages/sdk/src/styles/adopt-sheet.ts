const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * Adds one of our sheets to `root`, once. It is a constructable sheet, which no Content-Security-Policy blocks and which all roots
 * of a document share. Older browsers get a `<style>`.
 */
export function adoptSheet(root: Document | ShadowRoot, css: string): void {
  const owner = root.ownerDocument ?? root;
  try {
    const known = sheets.get(owner) ?? new Map<string, CSSStyleSheet>();
    let sheet = known.get(css);
    if (!sheet) {
      // A sheet belongs to the document of the window that made it.
      sheet = new (owner.defaultView as Window & typeof globalThis).CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(owner, known.set(css, sheet));
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const place = (root as Partial<Document>).head ?? root;
    if (place.textContent?.includes(css)) return;
    const style = owner.createElement('style');
    style.textContent = css;
    place.append(style);
  }
}
