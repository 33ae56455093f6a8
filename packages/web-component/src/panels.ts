import type { OptInView } from '@whatsapp-optin/sdk';
import type { PanelPlace } from '@whatsapp-optin/sdk/panel';

export interface Panels {
  /** The panel of the launcher is open. */
  launched: boolean;
  /** What puts a panel away that is up. */
  readonly up: Map<Element, () => void>;
}

interface PanelEnds {
  launch: (open: boolean) => void;
  help: () => void;
}

const known = new WeakMap<ShadowRoot, Panels>();

export function panelsOf(root: ShadowRoot): Panels {
  const panels = known.get(root) ?? { launched: false, up: new Map() };
  known.set(root, panels);
  return panels;
}

/** Before a paint: what it will no longer draw comes down now, while the focus can still be given back. */
export function lowerPanels(root: ShadowRoot, view: OptInView): void {
  const { launched, up } = panelsOf(root);
  for (const [panel, lower] of up) {
    const stays = isHelp(panel) ? view.help?.open && (!view.launcher || launched) : view.launcher && launched;
    if (stays && panel.isConnected) continue;
    up.delete(panel);
    lower();
  }
}

/** After a paint: what is newly drawn goes up. */
export async function raisePanels(root: ShadowRoot, ends: PanelEnds): Promise<void> {
  const { up } = panelsOf(root);
  const fresh = [...root.querySelectorAll<HTMLElement>('.whatsapp-optin-panel')].filter((panel) => !up.has(panel));
  if (fresh.length === 0) return;
  for (const panel of fresh) up.set(panel, () => {});
  const { openPanel } = await import('@whatsapp-optin/sdk/panel');
  for (const panel of fresh) {
    if (!panel.isConnected || !up.has(panel)) continue;
    const help = isHelp(panel);
    const anchor = help
      ? panel.closest<HTMLElement>('.whatsapp-optin')
      : root.querySelector<HTMLElement>('.whatsapp-optin-launcher');
    const place: PanelPlace = help ? 'beside' : panel.localName === 'dialog' ? 'sheet' : 'above';
    // A help that opens by itself must not take the focus away from another place of the page.
    const held = !help || (anchor?.contains(root.activeElement) ?? false);
    const focus = held ? panel.querySelector<HTMLElement>('[tabindex="-1"]') : null;
    const onDismiss = () => (help ? ends.help() : ends.launch(false));
    up.set(panel, openPanel(panel, { anchor: anchor ?? panel, place, focus, onDismiss }));
  }
}

function isHelp(panel: Element): boolean {
  return panel.classList.contains('whatsapp-optin-manual-panel');
}
