import type { AdminSessionPage, StaffSession } from '@whatsapp-optin/sdk/contract';
import { Command } from 'cmdk';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { CustomerName, TicketNumber } from '../controls/customer.js';
import { Icon } from '../controls/icon.js';
import { useWords } from '../words/use-words.js';
import type { PageGroup } from './console-pages.js';

const PEOPLE = 6;

interface CommandMenuProps {
  staff: StaffSession;
  groups: readonly PageGroup[];
  /** To a page, or to a customer's: `customers/01938f6e-…`. */
  onGo: (path: string) => void;
  onClose: () => void;
}

/** Pages, people and tickets by a few letters; arrows choose, Enter goes there, Escape closes. */
export default function CommandMenu({ staff, groups, onGo, onClose }: CommandMenuProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const dialog = useRef<HTMLDialogElement>(null);
  // The server wants two letters: one would match half of the list.
  const mayRead = staff.scopes.includes('messages.read');
  const isAsked = search.length > 1 && staff.scopes.includes('sessions.read');
  const people = useAdminQuery<AdminSessionPage>('sessions', isAsked ? adminPaths.sessions : null, {
    search,
    limit: PEOPLE,
  });
  const found = isAsked ? (people.data?.items ?? []) : [];
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  const choose = (path: string) => {
    onClose();
    onGo(path);
  };
  return (
    <dialog
      ref={dialog}
      className="woa-dialog woa-command"
      aria-label={t('console.find')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <Command label={t('console.find')} loop>
        <div className="woa-search">
          <Icon name="search" />
          <Command.Input
            className="woa-input"
            autoFocus
            placeholder={t('console.findHint')}
            value={text}
            onValueChange={setText}
          />
        </div>
        <Command.List className="woa-command-list" label={t('console.found')}>
          <Command.Empty className="woa-empty">
            {people.isFetching ? t('state.loading') : t('table.noMatch')}
          </Command.Empty>
          {groups.map(({ word, pages }) => (
            <Command.Group key={word} heading={t(word)}>
              {pages.map(({ name, word: title, icon }) => (
                <Command.Item key={name} value={name} keywords={[t(title)]} onSelect={() => choose(name)}>
                  <Icon name={icon} />
                  {t(title)}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {found.length > 0 && (
            <Command.Group heading={t('console.people')} forceMount>
              {found.map(({ id, customer, ticket }) => (
                <Command.Item
                  key={id}
                  value={id}
                  forceMount
                  onSelect={() =>
                    choose(
                      mayRead
                        ? `customers/${customer.contactId}`
                        : `sessions?search=${encodeURIComponent(customer.name ?? ticket?.number ?? search)}`,
                    )
                  }
                >
                  <Icon name="person" />
                  <CustomerName customer={customer} />
                  <span className="woa-note">
                    <TicketNumber ticket={ticket} />
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </dialog>
  );
}
