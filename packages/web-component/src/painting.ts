import type { OptInAction } from '@whatsapp-optin/sdk';
import { adoptSheet, optInFirstStyles, type DeferredOptIn } from '@whatsapp-optin/sdk/painter';
import { drawFirstCard } from './first-card.js';
import type * as LaterPainter from './later-painter.js';
import type { PromptHost } from './prompt-host.js';
import { tell } from './tell.js';

/** All states but the first are drawn by what comes later. */
let later: typeof LaterPainter | null = null;
let loading: Promise<typeof LaterPainter | null> | null = null;

/**
 * Once for all elements of a page, in a task of its own: it holds up no first card. Again where it did not come: `null`. Never
 * rejects.
 */
export function loadLater(): Promise<typeof LaterPainter | null> {
  return (loading ??= new Promise((resolve) => setTimeout(resolve))
    .then(() => import('./later-painter.js'))
    .then(
      (loaded) => (later = loaded),
      () => (loading = null),
    ));
}

/**
 * The card of one element, in its shadow root.
 *
 * @param again - paint once more
 * @returns the function that paints what an opt-in shows now
 */
export function createPainting(
  host: PromptHost,
  internals: ElementInternals,
  again: () => void,
): (optIn: DeferredOptIn) => void {
  // A root that came with the HTML is kept: attachShadow would empty it.
  let root: ShadowRoot | null = host.shadowRoot ?? internals.shadowRoot;
  let painted: DeferredOptIn | null = null;

  /** A press on one of the view's controls. A middle click opens a link too, and tells of it by `auxclick` alone. */
  const press = (event: Event) => {
    const control = (event.target as Element).closest('[data-action]');
    if (!control || event.defaultPrevented || (event as MouseEvent).button > 1) return;
    const action = control.getAttribute('data-action') as OptInAction;
    const isLink = control.localName === 'a';
    if (!isLink && root) later?.toggle(root, action);
    const href = control.getAttribute('href');
    if (href === null ? isLink : !tell(host, 'beforeopen', { href }, true)) event.preventDefault();
    else painted?.act(action);
  };

  /** The reader is about to act. */
  const prepare = () => void painted?.preload();

  return function paint(optIn) {
    painted = optIn;
    if (!optIn.isPaintable()) return;
    const { view, optInId } = optIn.getSnapshot();
    root ??= host.attachShadow({ mode: 'open' });
    adoptSheet(root, optInFirstStyles);
    for (const type of ['click', 'auxclick']) root.addEventListener(type, press);
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      root.addEventListener(type, prepare, { passive: true });
    if (later) {
      later.paintLater(root, view, {
        theme: host.hasAttribute('theme') ? host.theme : null,
        appearance: host.appearance,
        again,
        act: (action) => painted?.act(action),
      });
    } else if (root.querySelector('[part]') || view.state !== 'idle' || host.appearance) {
      // What is drawn stays as it is until it can be changed without being torn down.
      void optIn.preload();
      return;
    } else drawFirstCard(view, host.theme, root);
    // `:state(connected)` for the host's style sheets.
    internals.states?.clear();
    internals.states?.add(view.state);
    // What a form around it submits under its `name`; never a reason to hold the form back.
    internals.setFormValue?.(optInId);
  };
}
