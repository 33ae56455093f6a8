import type { Page } from '@playwright/test';

/**
 * Translates the page as Google Translate does: each text node is replaced by `<font><font>text</font></font>`, at once and
 * whenever a text is added. It does not enter shadow roots. The words stay as they are, so that a test knows them.
 */
export async function translatePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
    const translate = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = isText(root) ? [root] : [];
      while (walker.nextNode()) if (isText(walker.currentNode)) texts.push(walker.currentNode);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!parent || !text.data.trim() || parent.closest('font,script,style')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(text.data);
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    translate(document.body);
    new MutationObserver((mutations) => {
      for (const { addedNodes } of mutations) for (const node of addedNodes) translate(node);
    }).observe(document.body, { childList: true, subtree: true });
  });
}
