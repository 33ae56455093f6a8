import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** `beside`: next to the anchor, else under it. `above`: over the anchor's end. `sheet`: a modal `<dialog>`, placed by its style. */
export type PanelPlace = 'beside' | 'above' | 'sheet';

/** Options of `openPanel`. */
export interface PanelOptions {
  /** The panel is placed next to it. Escape closes the panel from there, too. */
  readonly anchor: HTMLElement;
  /** Where the panel stands. */
  readonly place: PanelPlace;
  /** Puts the panel into the top layer. */
  readonly raisePopover: (node: HTMLElement) => void;
  /** Gets the focus. `null` leaves the focus where it is. */
  readonly focus: HTMLElement | null;
  /** Escape, a click beside a sheet, or the platform's own way to close it. */
  readonly onDismiss: () => void;
}

/**
 * Shows a node in the browser's top layer and places it: nothing of the host clips or covers it. A sheet is a modal dialog, so
 * the browser keeps the focus inside.
 *
 * @returns the function that closes it. Given what had the focus before the panel was removed, it gives the focus back.
 */
export function openPanel(
  panel: HTMLElement,
  { anchor, place, raisePopover, focus, onDismiss }: PanelOptions,
): (focused?: Element | null) => void {
  const root = panel.getRootNode() as Document | ShadowRoot;
  const cameFrom = root.activeElement as HTMLElement | null;
  const listening = new AbortController();
  const { signal } = listening;
  const dismiss = (event: Event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onDismiss();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') dismiss(event);
  };
  panel.addEventListener('keydown', onKeyDown, { signal });
  anchor.addEventListener('keydown', onKeyDown, { signal });
  panel.addEventListener('cancel', dismiss, { signal });
  panel.addEventListener('click', (event) => event.target === panel && place === 'sheet' && dismiss(event), { signal });

  if (place === 'sheet') showSheet(panel);
  else raisePopover(panel);
  if (place !== 'sheet') keepPlaced(panel, anchor, { place, signal });
  focus?.focus({ preventScroll: true });

  return (focused = root.activeElement) => {
    listening.abort();
    const held = panel.contains(focused);
    lower(panel, place);
    if (held && cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
  };
}

function showSheet(panel: HTMLElement): void {
  if (isDialog(panel) && !panel.open) panel.showModal();
  else panel.setAttribute('open', '');
}

function lower(panel: HTMLElement, place: PanelPlace): void {
  if (!panel.isConnected) return;
  if (place === 'sheet') {
    if (isDialog(panel)) panel.close();
    else panel.removeAttribute('open');
  } else if ('hidePopover' in panel && panel.matches(':popover-open')) panel.hidePopover();
}

/** A browser before 2022 has dialogs without methods, and shows them where they stand. */
function isDialog(panel: HTMLElement): panel is HTMLDialogElement {
  return 'showModal' in panel;
}

/** `data-placed` is `false` until its place is known. */
function keepPlaced(
  panel: HTMLElement,
  anchor: HTMLElement,
  { place, signal }: { place: PanelPlace; signal: AbortSignal },
): void {
  panel.setAttribute('data-placed', 'false');
  const padding = 8;
  const settle = async () => {
    const { x, y } = await computePosition(anchor, panel, {
      strategy: 'fixed',
      placement: place === 'above' ? 'top-end' : 'right-start',
      middleware: [
        offset(padding),
        flip({ padding, fallbackPlacements: place === 'above' ? ['bottom-end'] : ['left-start', 'bottom', 'top'] }),
        shift({ padding, crossAxis: true }),
        size({
          padding,
          apply: ({ availableHeight }) =>
            // Beside a card that fills the page there is no room left; the panel lies over it.
            panel.style.setProperty('max-block-size', availableHeight > 240 ? `${availableHeight}px` : ''),
        }),
      ],
    });
    if (signal.aborted) return;
    panel.style.setProperty('left', `${Math.round(x)}px`);
    panel.style.setProperty('top', `${Math.round(y)}px`);
    panel.setAttribute('data-placed', 'true');
  };
  signal.addEventListener(
    'abort',
    autoUpdate(anchor, panel, () => void settle()),
  );
}
