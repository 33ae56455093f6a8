/** @jsxImportSource ./picture */
import type { OptInView, OptInViewRow } from '@whatsapp-optin/sdk';
import { formatCount } from '@whatsapp-optin/sdk/painter';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import type { LaterParts } from './card.js';
import type { Drawing } from './picture/drawing.js';
import { drawnIcon } from './icon.js';
import { rich } from './rich.js';

/** The parts of the card that no first paint has. */
export function laterParts(view: OptInView, code: QrPath | null): LaterParts {
  const { display, state, link, launcher } = view;
  const isButton = display === 'button';
  return {
    box: {
      ...(launcher ? { part: 'card', 'aria-labelledby': null } : {}),
      ...(isButton ? { 'aria-label': view.heading, 'aria-labelledby': null } : {}),
    },
    headless: isButton,
    hint: hint(view),
    code: qrCode(view, code),
    status: statusText(view),
    // Where neither a link nor a way on is left, the page's own link shows again.
    rows: [rows(view.actions), state === 'failed' && !link && <slot />],
    panel: panel(view),
  };
}

function hint({ hint }: OptInView): Drawing {
  return (
    hint && (
      <p class="whatsapp-optin-text whatsapp-optin-hint" part="hint">
        {rich(hint)}
      </p>
    )
  );
}

export function statusText({ status }: OptInView): Drawing {
  if (!status) return null;
  return [<span class="whatsapp-optin-dot" aria-hidden="true" />, <span>{rich(status.text)}</span>];
}

function qrCode({ qr }: OptInView, path: QrPath | null): Drawing {
  if (!qr || !path) return null;
  return (
    <svg role="img" aria-label={qr.label} viewBox={`0 0 ${path.size} ${path.size}`} shape-rendering="crispEdges">
      <path d={path.path} />
    </svg>
  );
}

function rows(rows: readonly OptInViewRow[]): Drawing {
  return (
    rows.length > 0 && (
      <ul class="whatsapp-optin-list whatsapp-optin-help" part="help" role="list">
        {rows.map(row)}
      </ul>
    )
  );
}

/** Every other way to the chat, in the top layer beside the card. */
function panel({ help, status, locale }: OptInView): Drawing {
  if (!help?.open) return null;
  return (
    <div
      class="whatsapp-optin-panel whatsapp-optin-manual-panel"
      part="panel"
      popover="manual"
      role="dialog"
      aria-labelledby="help-heading"
    >
      <h3 id="help-heading" class="whatsapp-optin-text whatsapp-optin-panel-heading" tabindex="-1">
        {help.heading}
      </h3>
      <ol class="whatsapp-optin-list whatsapp-optin-manual" role="list">
        {help.steps.map((step, index) => (
          <li>
            <span class="whatsapp-optin-number-sign">{formatCount(locale, index + 1)}</span>
            <span class="whatsapp-optin-instruction">{rich(step)}</span>
          </li>
        ))}
      </ol>
      {help.message && (
        <div>
          <p class="whatsapp-optin-text whatsapp-optin-message-label">{help.message.label}</p>
          <p class="whatsapp-optin-text whatsapp-optin-message" dir="auto">
            {help.message.text}
          </p>
        </div>
      )}
      {rows(help.rows)}
      {/* The card with the live region may lie under the panel: its words are seen here, and read there. */}
      {status && (
        <p class="whatsapp-optin-text whatsapp-optin-echo" aria-hidden="true">
          {rich(status.text)}
        </p>
      )}
      {closeButton(help.closeLabel, 'help')}
    </div>
  );
}

/** The cross in the corner of a panel. It comes last, so that a keyboard meets what the panel is for first. */
export function closeButton(label: string, action: string): Drawing {
  return (
    <button
      type="button"
      class="whatsapp-optin-control whatsapp-optin-close"
      part="close"
      aria-label={label}
      data-action={action}
    >
      {drawnIcon('close')}
    </button>
  );
}

function row({ id, label, icon, href, target, expanded }: OptInViewRow): Drawing {
  const common = { class: 'whatsapp-optin-control whatsapp-optin-row', part: 'help-action', 'data-action': id };
  const content = [drawnIcon(icon), label];
  return (
    <li>
      {href === undefined ? (
        <button {...common} type="button" aria-expanded={expanded === undefined ? null : `${expanded}`}>
          {content}
        </button>
      ) : (
        <a {...common} href={href} target={target} rel="noopener">
          {content}
        </a>
      )}
    </li>
  );
}
