/** @jsxRuntime classic */
/** @jsx h */
import type { OptInView, OptInViewHelp, OptInViewRow } from '@whatsapp-optin/sdk';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import { h, type Drawing } from './h.js';
import { Icon } from './icon.js';
import { rich } from './rich.js';

/** The parts of the card that no first paint has. */
export function laterParts(view: OptInView, code: QrPath | null) {
  return { qr: qrCode(view, code), status: status(view), help: help(view) };
}

function status({ status }: OptInView): Drawing {
  if (!status) return null;
  return [<span class="whatsapp-optin-dot" aria-hidden="true" />, <span>{rich(status.text)}</span>];
}

function qrCode({ qr }: OptInView, path: QrPath | null): Drawing {
  if (!qr || !path) return null;
  return (
    <svg
      role="img"
      aria-label={qr.label}
      viewBox={`0 0 ${path.size} ${path.size}`}
      shape-rendering="crispEdges"
      fill="#000"
    >
      <path d={path.path} />
    </svg>
  );
}

function help(view: OptInView): Drawing {
  return [
    view.actions.length > 0 && (
      <ul class="whatsapp-optin-list whatsapp-optin-help" part="help" role="list">
        {view.actions.map(row)}
      </ul>
    ),
    view.help?.open && <Panel help={view.help} />,
  ];
}

function Panel({ help }: { help: OptInViewHelp }) {
  return (
    <div class="whatsapp-optin-panel" part="panel" role="group" aria-label={help.heading}>
      <h3 class="whatsapp-optin-text whatsapp-optin-panel-heading">{help.heading}</h3>
      <ol class="whatsapp-optin-list whatsapp-optin-manual">
        {help.steps.map((step) => (
          <li>{rich(step)}</li>
        ))}
      </ol>
      {help.message && (
        <p class="whatsapp-optin-text whatsapp-optin-message" aria-label={help.message.label} dir="auto">
          {help.message.text}
        </p>
      )}
      <ul class="whatsapp-optin-list whatsapp-optin-help" role="list">
        {help.rows.map(row)}
      </ul>
    </div>
  );
}

function row({ id, label, icon, href, target, expanded }: OptInViewRow): Drawing {
  const common = { class: 'whatsapp-optin-control whatsapp-optin-row', part: 'help-action', 'data-action': id };
  const content = [<Icon name={icon} />, label];
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
