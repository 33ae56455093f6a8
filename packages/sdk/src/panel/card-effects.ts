import type { CardAction } from '../card/card-node.js';
import { createLazyPart } from '../lazy-part.js';
import type { OptInView } from '../opt-in/opt-in-view.js';
import { followHeight } from './follow-height.js';
import { raisePopover } from './raise-popover.js';
import type { PanelPlace, openPanel as openPanelFunction } from './open-panel.js';

type OpenPanel = typeof openPanelFunction;

const panelPart = createLazyPart('the panels', () => import('./open-panel.js'));

/** Effects around a rendered card: panels in the top layer, focus, height. Both renderers use it. */
export interface CardEffects {
  /** Call it before a render that may show another state. */
  beforeRender(next: OptInView): void;
  /** Call it after each render. */
  afterRender(view: OptInView): void;
  /** Closes the panels. Nothing happens after it. */
  stop(): void;
}

/**
 * Creates the effects of one card.
 *
 * @param root - the element or shadow root that holds the card.
 * @param act - what a press on a control of the card does.
 */
export function createCardEffects(root: HTMLElement | ShadowRoot, act: (action: CardAction) => void): CardEffects {
  const panels = new Map<HTMLElement, (focused?: Element | null) => void>();
  let before: { box: HTMLElement; heightPx: number } | null = null;
  let focused: Element | null = null;
  let isStopped = false;

  function find(selector: string): HTMLElement | null {
    return (root as HTMLElement).matches?.(selector)
      ? (root as HTMLElement)
      : root.querySelector<HTMLElement>(selector);
  }

  function closeRemovedPanels(): void {
    for (const [panel, close] of panels) {
      if (panel.isConnected) continue;
      panels.delete(panel);
      close(focused);
    }
  }

  async function openPanels(): Promise<void> {
    const fresh = [...root.querySelectorAll<HTMLElement>('.whatsapp-optin-panel')].filter((one) => !panels.has(one));
    if (fresh.length === 0) return;
    for (const panel of fresh) panels.set(panel, () => {});
    const part = panelPart.get() ?? (await panelPart.load());
    for (const panel of fresh) {
      if (isStopped || !panel.isConnected) continue;
      // Without its code a panel is placed by the style sheet; the next render tries again.
      if (part) panels.set(panel, open(panel, part.openPanel));
      else panels.delete(panel);
    }
  }

  function open(panel: HTMLElement, openPanel: OpenPanel): ReturnType<OpenPanel> {
    const isHelp = panel.classList.contains('whatsapp-optin-help-panel');
    const anchor = (isHelp ? panel.closest<HTMLElement>('.whatsapp-optin') : find('.whatsapp-optin-launcher')) ?? panel;
    const place: PanelPlace = isHelp ? 'beside' : panel.localName === 'dialog' ? 'sheet' : 'above';
    // A help panel that opens by itself takes no focus from another place of the page.
    const takesFocus = !isHelp || anchor.contains(activeIn(root));
    const focus = takesFocus ? panel.querySelector<HTMLElement>('[tabindex="-1"]') : null;
    return openPanel(panel, {
      anchor,
      place,
      raisePopover,
      focus,
      onDismiss: () => act(isHelp ? 'help' : 'toggle_launcher'),
    });
  }

  /** If the focused control was removed, moves the focus within the card, not to the top of the page. */
  function keepFocus(): void {
    if (!focused || focused.isConnected) return;
    const active = activeIn(root);
    if (active && active !== root.ownerDocument?.body) return;
    (find('[tabindex="-1"]') ?? find('a, button'))?.focus();
  }

  return {
    beforeRender(next) {
      const active = activeIn(root);
      focused = active && root.contains(active) ? active : null;
      const box = find('section');
      const isOther = box && box.dataset['state'] !== next.state;
      before = isOther ? { box, heightPx: box.getBoundingClientRect().height } : null;
    },
    afterRender(view) {
      closeRemovedPanels();
      void openPanels();
      keepFocus();
      // A transformed ancestor moves what is fixed.
      const launcher = find('[data-display=floating] .whatsapp-optin-launcher');
      if (launcher) raisePopover(launcher);
      if (before?.box.isConnected) followHeight(before.box, before.heightPx);
      before = null;
      focused = null;
      // The help is needed most where the network is weak.
      if (view.help) void panelPart.load();
    },
    stop() {
      isStopped = true;
      for (const close of panels.values()) close();
      panels.clear();
    },
  };
}

function activeIn(root: HTMLElement | ShadowRoot): Element | null {
  return (root.getRootNode() as Document | ShadowRoot).activeElement;
}
