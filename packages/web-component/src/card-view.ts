import {
  adoptSheet,
  applyPageScheme,
  cardStyles,
  loadQr,
  qrPathOf,
  renderCard,
  type CardAction,
  type CardEffects,
  type LazyOptIn,
} from '@whatsapp-optin/sdk/card';
import { THEMES } from './attributes.js';
import { emit } from './emit.js';
import type { PromptHost } from './prompt-host.js';
import { createNodes } from './create-nodes.js';
import { livePart } from './live-part.js';

/** Ids live in the element's own shadow root. */
export const HEADING_ID = 'heading';

/** The card of one element, in its shadow root. */
export interface CardView {
  render(optIn: LazyOptIn): void;
  stop(): void;
}

/** @param rerender - asks for another render: a part is loaded, or a panel opens or closes. */
export function createCardView(host: PromptHost, internals: ElementInternals | null, rerender: () => void): CardView {
  // A root that came with the HTML is kept: attachShadow would empty it.
  let root = host.shadowRoot ?? internals?.shadowRoot ?? null;
  /** The card came with the HTML. It stays until Preact takes its nodes over. */
  let isServerCard = Boolean(root?.firstChild);
  let optIn: LazyOptIn | null = null;
  let effects: CardEffects | null = null;
  let isPanelOpen = false;
  let isListening = false;
  let leaveQr = () => {};
  let qrText: string | null = null;

  function act(action: CardAction): void {
    if (action !== 'toggle_launcher') return optIn?.act(action);
    isPanelOpen = !isPanelOpen;
    rerender();
  }

  /** A press on a control. A middle click opens a link too, and comes as `auxclick` alone. */
  function onPress(event: Event): void {
    const control = (event.target as Element).closest('[data-action]');
    if (!control || event.defaultPrevented || (event as MouseEvent).button > 1) return;
    const href = control.getAttribute('href');
    const isDisabledLink = control.localName === 'a' && href === null;
    if (isDisabledLink || (href !== null && !emit(host, 'beforeopen', { href }, true))) event.preventDefault();
    else act(control.getAttribute('data-action') as CardAction);
  }

  function listen(to: ShadowRoot): void {
    isListening = true;
    for (const type of ['click', 'auxclick']) to.addEventListener(type, onPress);
    // The customer is about to act.
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      to.addEventListener(type, () => void optIn?.preload(), { passive: true });
  }

  function followQr(text: string | null): void {
    if (text === qrText) return;
    qrText = text;
    leaveQr();
    leaveQr = text ? loadQr(rerender) : () => {};
  }

  /**
   * Shows the page's own link in the place of a card whose words or display are still loading. A server's card stays. A card
   * whose link will never come is replaced.
   */
  function renderPlaceholder(): void {
    if (isServerCard) return;
    root ??= host.attachShadow({ mode: 'open' });
    adoptSheet(root, cardStyles);
    const place = document.createElement('div');
    place.className = 'whatsapp-optin-placeholder';
    place.dataset['display'] = host.display;
    place.append(document.createElement('slot'));
    replaceCard(root, place);
  }

  /** Replaces the card or its placeholder. A server's `<style>` stays until the sheet is adopted. */
  function replaceCard(within: ShadowRoot, card: Node): void {
    const rendered = within.querySelector('.whatsapp-optin,.whatsapp-optin-placeholder');
    if (rendered) rendered.replaceWith(card);
    else within.append(card);
  }

  return {
    render(next) {
      optIn = next;
      if (!next.isReady()) return renderPlaceholder();
      const { view, optInId } = next.getSnapshot();
      const live = livePart.get();
      root ??= host.attachShadow({ mode: 'open' });
      if (!isListening) listen(root);
      adoptSheet(root, cardStyles);
      if (live) {
        adoptSheet(root, live.liveStyles);
        effects ??= live.createCardEffects(root, act);
      }
      followQr(view.qr?.text ?? null);
      const given = host.hasAttribute('theme') ? host.theme : host.appearance?.theme;
      const theme = THEMES.find((known) => known === given) ?? 'auto';
      const state = { headingId: HEADING_ID, theme, qr: qrPathOf(qrText), isPanelOpen };
      const card = renderCard(view, state, live?.liveCard);
      effects?.beforeRender(view);
      if (live) {
        live.renderInto(root, card, host.appearance);
        isServerCard = false;
      } else if (isServerCard) void next.preload();
      else replaceCard(root, createNodes(card, host.appearance));
      applyPageScheme(root.querySelector('.whatsapp-optin'), host);
      effects?.afterRender(view);
      // `:state(connected)` for the host's style sheets.
      internals?.states?.clear();
      internals?.states?.add(view.state);
      // A form around the element submits it under the element's `name`. It never blocks the form.
      internals?.setFormValue?.(optInId);
    },
    stop() {
      // The card stays in the shadow root; a press on it does nothing now.
      optIn = null;
      leaveQr();
      qrText = null;
      effects?.stop();
      effects = null;
    },
  };
}
