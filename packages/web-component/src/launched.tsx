/** @jsxImportSource ./picture */
import type { OptInView } from '@whatsapp-optin/sdk';
import type { Theme } from './attributes.js';
import { HEADING_ID } from './card.js';
import type { Drawing } from './picture/drawing.js';
import { drawnIcon } from './icon.js';
import { closeButton, statusText } from './later-parts.js';

export const PANEL_ID = 'panel';
/** What the launcher and the panel's cross do; the element's own, no action of the view. */
export const LAUNCH = 'launch';

/** A button, and the card in a panel that it opens: above it in a corner of the page, or as a sheet from below. */
export function launched(view: OptInView, theme: Theme, card: Drawing | null): Drawing {
  const { launcher } = view;
  if (!launcher) return card;
  const open = card !== null;
  return (
    <div
      class="whatsapp-optin whatsapp-optin-launched"
      part="container"
      data-display={view.display}
      data-state={view.state}
      data-theme={theme}
      lang={view.locale}
      dir={view.dir}
    >
      <button
        type="button"
        class="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-launcher"
        part="launcher"
        data-icon={launcher.icon}
        data-action={LAUNCH}
        aria-haspopup="dialog"
        aria-expanded={`${open}`}
        aria-controls={open && PANEL_ID}
      >
        {drawnIcon(launcher.icon)}
        {launcher.label}
      </button>
      {open ? (
        panel(view, [card, closeButton(launcher.closeLabel, LAUNCH)])
      ) : (
        <p class="whatsapp-optin-text whatsapp-optin-unseen" part="status" role="status" data-tone={view.status?.tone}>
          {statusText(view)}
        </p>
      )}
    </div>
  );
}

function panel({ display }: OptInView, contents: Drawing): Drawing {
  if (display === 'sheet') {
    return (
      <dialog id={PANEL_ID} class="whatsapp-optin-panel whatsapp-optin-sheet" part="panel" aria-labelledby={HEADING_ID}>
        {contents}
      </dialog>
    );
  }
  return (
    <div
      id={PANEL_ID}
      class="whatsapp-optin-panel whatsapp-optin-floating"
      part="panel"
      popover="manual"
      role="dialog"
      aria-labelledby={HEADING_ID}
    >
      {contents}
    </div>
  );
}
