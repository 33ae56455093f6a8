import type { OptInViewRow } from '@whatsapp-optin/sdk';
import type { ReactNode } from 'react';
import { actionProps } from './action-props.js';
import { dress, type Painted } from './painted.js';

/** A list of controls: links where they have an address, else buttons. */
export function rows(painted: Painted, list: readonly OptInViewRow[]): ReactNode {
  const { Icon } = painted.components;
  if (list.length === 0) return null;
  return (
    <ul {...dress(painted, 'help', 'list help')} role="list">
      {list.map((row) => {
        const Row = row.href === undefined ? 'button' : 'a';
        return (
          <li key={row.id}>
            <Row
              {...dress(painted, 'help-action', 'control row')}
              data-action={row.id}
              aria-expanded={row.expanded}
              {...actionProps(painted.store, row)}
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
