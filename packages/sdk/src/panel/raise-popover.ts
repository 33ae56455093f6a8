/**
 * Puts a node into the top layer, where no ancestor clips, moves or covers it. The attribute is written only where the browser knows
 * it: jsdom hides what has it, and cannot show it.
 */
export function raisePopover(node: HTMLElement): void {
  if (!('showPopover' in node) || !node.isConnected) return;
  node.setAttribute('popover', 'manual');
  if (!node.matches(':popover-open')) node.showPopover();
}
