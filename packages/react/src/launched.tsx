import { useId, useState, type ReactNode, type Ref } from 'react';
import { Card, Status } from './card.js';
import { CloseButton } from './close-button.js';
import { dress, type Painted } from './painted.js';
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
        {...dress(painted, 'launcher', 'whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-launcher')}
        data-icon={icon}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        {label}
      </button>
      {open ? <Panel {...painted} panelId={panelId} onClose={() => setOpen(false)} /> : <Status {...painted} unseen />}
    </>
  );
}

function Panel({ panelId, onClose, theme, children, ...painted }: Launched & { panelId: string; onClose: () => void }) {
  const { view, headingId } = painted;
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
      {...dress(
        painted,
        'panel',
        `whatsapp-optin-panel ${isSheet ? 'whatsapp-optin-sheet' : 'whatsapp-optin-floating'}`,
      )}
      {...(!isSheet && { popover: 'manual' as const, role: 'dialog' })}
      aria-labelledby={headingId}
    >
      <section
        {...dress(painted, 'card', 'whatsapp-optin whatsapp-optin-card')}
        data-display={view.display}
        data-state={view.state}
        data-icon={view.icon}
        data-qr={view.qr?.size}
        data-theme={theme}
        lang={view.locale}
        dir={view.dir}
      >
        <Card {...painted}>{children}</Card>
      </section>
      <CloseButton {...painted} label={view.launcher?.closeLabel ?? ''} onClose={onClose} />
    </Tag>
  );
}
