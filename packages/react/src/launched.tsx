import { useId, useState, type ReactNode, type Ref } from 'react';
import { card } from './card.js';
import { CloseButton } from './close-button.js';
import { dress, type Painted } from './painted.js';
import { statusText } from './status-text.js';
import { usePanel } from './use-panel.js';

type Launched = Painted & { theme: string; children?: ReactNode };

/** A button, and the card in a panel that it opens: above it in a corner of the page, or as a sheet from below. */
export function Launched(painted: Launched) {
  const { view, components } = painted;
  const { Icon } = components;
  const [open, setOpen] = useState(false);
  const panelId = useId();
  if (!view.launcher) return null;
  const { label, icon } = view.launcher;
  return (
    <>
      <button
        type="button"
        {...dress(painted, 'launcher', 'control primary launcher')}
        data-icon={icon}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        {label}
      </button>
      {open ? <Panel {...painted} panelId={panelId} onClose={() => setOpen(false)} /> : <UnseenStatus {...painted} />}
    </>
  );
}

function Panel({ panelId, onClose, theme, ...painted }: Launched & { panelId: string; onClose: () => void }) {
  const { view, headingId } = painted;
  const box = dress(painted, 'card');
  const isSheet = view.display === 'sheet';
  const panel = usePanel({
    place: isSheet ? 'sheet' : 'above',
    anchorOf: (node) => node.parentElement?.querySelector('.whatsapp-optin-launcher') ?? null,
    focusOf: (node) => node.querySelector('.whatsapp-optin-heading'),
    onDismiss: onClose,
  });
  const Tag = isSheet ? 'dialog' : 'div';
  return (
    <Tag
      ref={panel as Ref<HTMLDivElement & HTMLDialogElement>}
      id={panelId}
      {...dress(painted, 'panel', isSheet ? 'panel sheet' : 'panel floating')}
      {...(!isSheet && { popover: 'manual' as const, role: 'dialog' })}
      aria-labelledby={headingId}
    >
      <section
        {...box}
        className={`whatsapp-optin ${box.className}`}
        data-display={view.display}
        data-state={view.state}
        data-icon={view.icon}
        data-qr={view.qr?.size}
        data-theme={theme}
        lang={view.locale}
        dir={view.dir}
      >
        {card(painted)}
      </section>
      <CloseButton {...painted} label={view.launcher?.closeLabel ?? ''} onClose={onClose} />
    </Tag>
  );
}

/** The live region while the card that has it is put away. */
function UnseenStatus(painted: Painted) {
  const { view } = painted;
  return (
    <p {...dress(painted, 'status', 'text unseen')} role="status" data-tone={view.status?.tone}>
      {statusText(view)}
    </p>
  );
}
