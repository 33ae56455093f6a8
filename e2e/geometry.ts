import type { Page } from '@playwright/test';

/**
 * What axe cannot see of the page as it stands: text over other text, text cut or outside of its box without a sign, a focus
 * ring that is cut, a page that is too wide.
 *
 * @returns one sentence for each fault; empty on a sound page.
 */
export function geometryFaults(page: Page): Promise<string[]> {
  return page.evaluate(findFaults);
}

/** Runs in the page, so that all of its parts stand inside. */
function findFaults(): string[] {
  const faults = new Set<string>();
  /** Browsers round halves of a pixel differently. */
  const SLACK_PX = 1.5;
  const describe = (node: Element) =>
    `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} “${(node.textContent ?? '').trim().slice(0, 40)}”`;
  const isShown = (node: Element) =>
    node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !node.closest('.woa-hidden, .woa-skip, [aria-hidden=true] svg');

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.add(`the page is ${scrollWidth - clientWidth} px too wide`);

  checkClipping();
  checkTexts();
  checkBars();
  checkFocusRings();
  return [...faults];

  /** The nearest ancestor that cuts what sticks out of it sideways. */
  function clipperOf(node: Element): Element | null {
    for (let at = node.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return at;
    }
    return null;
  }

  function selfOrClipper(node: Element): Element | null {
    return getComputedStyle(node).overflowX === 'visible' ? clipperOf(node) : node;
  }

  function checkClipping() {
    for (const node of document.querySelectorAll('.woa *')) {
      if (node.scrollWidth <= node.clientWidth + SLACK_PX || !isShown(node)) continue;
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) continue;
      const { overflowX, textOverflow, backgroundImage, clipPath } = getComputedStyle(node);
      if (overflowX === 'visible' || textOverflow === 'ellipsis' || clipPath !== 'none') continue;
      const hasEdge = overflowX !== 'hidden' && backgroundImage.includes('gradient');
      if (!hasEdge) faults.add(`cut without a sign: ${describe(node)}`);
    }
  }

  function textsOf(): { node: Element; box: DOMRect }[] {
    const textNodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: { node: Element; box: DOMRect }[] = [];
    const range = document.createRange();
    for (let at = textNodes.nextNode(); at; at = textNodes.nextNode()) {
      const node = at.parentElement;
      if (!at.textContent?.trim() || !node?.closest('.woa') || !isShown(node)) continue;
      if (node.closest('select, option, textarea, .woa-bottom, [role=tooltip]')) continue;
      range.selectNodeContents(at);
      for (const box of range.getClientRects()) if (box.width > 1) texts.push({ node, box });
    }
    return texts;
  }

  /** Text stands in the page, in the panel, cell or control around it, and over no other text. */
  function checkTexts() {
    const texts = textsOf().flatMap(({ node, box }) => {
      let { left, right } = box;
      // Above or below the edge of a list it has scrolled out of sight; behind an ellipsis it is not shown.
      for (let clipper = selfOrClipper(node); clipper; clipper = clipperOf(clipper)) {
        const room = clipper.getBoundingClientRect();
        if (box.top < room.top - SLACK_PX || box.bottom > room.bottom + SLACK_PX) return [];
        left = Math.max(left, room.left);
        right = Math.min(right, room.right);
      }
      return right > left ? [{ node, box, left, right }] : [];
    });
    for (const { node, box } of texts) {
      if (getComputedStyle(node).textOverflow === 'ellipsis') continue;
      const around = node.closest('button, a, td, th, .woa-tile, .woa-panel, .woa-content, .woa-side');
      if (!around || getComputedStyle(around).display === 'inline') continue;
      const room = around.getBoundingClientRect();
      const out = Math.max(room.left - box.left, box.right - room.right, box.bottom - room.bottom, room.top - box.top);
      const isCut = [...ancestorsUntil(node, around)].some((one) => getComputedStyle(one).textOverflow === 'ellipsis');
      if (out > SLACK_PX + 1 && !isCut) faults.add(`text out of its box by ${Math.round(out)} px: ${describe(node)}`);
    }
    const rows = texts.toSorted((a, b) => a.box.top - b.box.top);
    for (const [at, one] of rows.entries()) {
      for (const other of rows.slice(at + 1)) {
        if (other.box.top > one.box.bottom) break;
        if (one.node === other.node || isFloating(one.node) !== isFloating(other.node)) continue;
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 2 && high > 5)
          faults.add(`one text over another: ${describe(one.node)} and ${describe(other.node)}`);
      }
    }
  }

  function* ancestorsUntil(node: Element, end: Element) {
    for (let at: Element | null = node; at && at !== end; at = at.parentElement) yield at;
    yield end;
  }

  /** What is pinned stands over what scrolls below it. */
  function isFloating(node: Element): boolean {
    for (let at: Element | null = node; at; at = at.parentElement) {
      if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  }

  /** A number stands in the row of its label, and no part is longer than its track. */
  function checkBars() {
    for (const row of document.querySelectorAll('.woa-bars > li')) {
      const label = row.firstElementChild?.getBoundingClientRect();
      const value = row.lastElementChild?.getBoundingClientRect();
      const isBeside = label && value && value.top < label.bottom && value.bottom > label.top;
      if (!isBeside) faults.add(`a number that is not beside its label: ${describe(row)}`);
      const track = row.querySelector('.woa-bar-track')?.getBoundingClientRect().width ?? 0;
      const sum = [...row.querySelectorAll('.woa-bar')].reduce(
        (all, one) => all + one.getBoundingClientRect().width,
        0,
      );
      if (sum > track + SLACK_PX) faults.add(`bars of ${sum} px in a track of ${track} px: ${describe(row)}`);
    }
  }

  function checkFocusRings() {
    const before = document.activeElement;
    for (const node of document.querySelectorAll<HTMLElement>('.woa :is(a[href], button, input, select, textarea)')) {
      if (!isShown(node) || node.matches(':disabled')) continue;
      node.focus({ preventScroll: true, focusVisible: true });
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(node);
      if (document.activeElement !== node) continue;
      if (outlineStyle === 'none') faults.add(`no focus ring: ${describe(node)}`);
      const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
      const clipper = clipperOf(node);
      if (!clipper) continue;
      const room = clipper.getBoundingClientRect();
      const box = node.getBoundingClientRect();
      // What has scrolled out of a box is in sight once it is focused.
      if (box.right > room.right || box.left < room.left) continue;
      if (box.bottom > room.bottom || box.top < room.top) continue;
      const cut =
        reach - Math.min(box.left - room.left, room.right - box.right, box.top - room.top, room.bottom - box.bottom);
      if (cut > SLACK_PX)
        faults.add(
          `focus ring cut by ${Math.round(cut)} px: ${describe(node)} in ${clipper.tagName}.${clipper.className}`,
        );
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
