import type { OptInViewHelp } from '@whatsapp-optin/sdk';
import { formatCount } from '../../sdk/src/opt-in/format-count.js';
import { useId, type Ref } from 'react';
import { CloseButton } from './close-button.js';
import { dress, type Painted } from './painted.js';
import { rich } from './rich.js';
import { rows } from './rows.js';
import { usePanel } from './use-panel.js';

/** Every other way to the chat, in the top layer beside the card. */
export function HelpPanel({ help, ...painted }: Painted & { help: OptInViewHelp }) {
  const { store, view } = painted;
  const headingId = useId();
  const close = () => store.call((optIn) => optIn.act('help'));
  const panel = usePanel({
    place: 'beside',
    anchorOf: (node) => node.closest<HTMLElement>('.whatsapp-optin'),
    focusOf: (node) => node.querySelector('h3'),
    onDismiss: close,
  });
  return (
    <div
      ref={panel as Ref<HTMLDivElement>}
      {...dress(painted, 'panel', 'panel manual-panel')}
      popover="manual"
      role="dialog"
      aria-labelledby={headingId}
    >
      <h3 id={headingId} className="whatsapp-optin-text whatsapp-optin-panel-heading" tabIndex={-1}>
        {help.heading}
      </h3>
      <ol className="whatsapp-optin-list whatsapp-optin-manual" role="list">
        {help.steps.map((step, index) => (
          <li key={index}>
            <span className="whatsapp-optin-number-sign">{formatCount(view.locale, index + 1)}</span>
            <span className="whatsapp-optin-instruction">{rich(step)}</span>
          </li>
        ))}
      </ol>
      {help.message && (
        <div>
          <p className="whatsapp-optin-text whatsapp-optin-message-label">{help.message.label}</p>
          <p className="whatsapp-optin-text whatsapp-optin-message" dir="auto">
            {help.message.text}
          </p>
        </div>
      )}
      {rows(painted, help.rows)}
      {/* The card with the live region may lie under the panel: its words are seen here, and read there. */}
      {view.status && (
        <p className="whatsapp-optin-text whatsapp-optin-echo" aria-hidden="true">
          {rich(view.status.text)}
        </p>
      )}
      <CloseButton {...painted} label={help.closeLabel} onClose={close} />
    </div>
  );
}
