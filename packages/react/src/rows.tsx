import type { OptInViewRow } from '@whatsapp-optin/sdk';
import { dress, type Painted } from './painted.js';

/** A list of controls: links where they have an address, else buttons. */
export function Rows({ rows, ...painted }: Painted & { rows: readonly OptInViewRow[] }) {
  const { Icon } = painted.components;
  if (rows.length === 0) return null;
  return (
    <ul {...dress(painted, 'help', 'whatsapp-optin-list whatsapp-optin-help')} role="list">
      {rows.map((row) => {
        const Row = row.href === undefined ? 'button' : 'a';
        return (
          <li key={row.id}>
            <Row
              {...dress(painted, 'help-action', 'whatsapp-optin-control whatsapp-optin-row')}
              data-action={row.id}
              aria-expanded={row.expanded}
              {...painted.optIn.actionProps(row)}
            >
              <Icon name={row.icon} />
              {row.label}
            </Row>
          </li>
        );
      })}
    </ul>
  );
}
