import type { OrganizationChanges, OrganizationDocument } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import type { AdminError } from '../connection/admin-error.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminQuery } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { useWords } from '../words/use-words.js';

/** The settings as the form has them: what is saved, with the changes that are not. */
export interface SettingsDraft {
  saved: OrganizationDocument | undefined;
  loadError: AdminError | null;
  reload(): void;
  changes: OrganizationChanges;
  isChanged: boolean;
  change(changes: OrganizationChanges): void;
  discard(): void;
  save(): void;
  isSaving: boolean;
  /** The last save went well, and nothing has been changed since. */
  isSaved: boolean;
  saveError: AdminError | null;
  /** What the server says of a field. */
  wrong(field: string): string | undefined;
  mayChange: boolean;
}

const NOTHING: OrganizationChanges = {};

export function useSettings(): SettingsDraft {
  const { named } = useWords();
  const { data, error, refetch } = useAdminQuery<OrganizationDocument>('settings', adminPaths.organization);
  const [changes, setChanges] = useState(NOTHING);
  const save = useAct<OrganizationChanges, OrganizationDocument>(
    (api, body) => api.send('PUT', adminPaths.organization, body),
    ['settings'],
  );
  const isChanged = Object.keys(changes).length > 0;
  return {
    saved: data,
    loadError: data ? null : error,
    reload: () => void refetch(),
    changes,
    isChanged,
    change: (more) => {
      save.reset();
      setChanges((before) => onlyChanges({ ...before, ...more }, data));
    },
    discard: () => {
      save.reset();
      setChanges(NOTHING);
    },
    save: () => save.mutate(changes, { onSuccess: () => setChanges(NOTHING) }),
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isChanged,
    saveError: save.error,
    wrong: (field) => {
      const found = save.error?.fields.find((one) => one.field === field || one.field.startsWith(`${field}.`));
      return found && named('wrongField', field.split('.')[0] ?? field, sentence(found.message));
    },
    mayChange: useMay('settings.write'),
  };
}

/** What is again as it was saved is no change. */
function onlyChanges(changes: OrganizationChanges, saved: OrganizationDocument | undefined): OrganizationChanges {
  const entries = Object.entries(changes).filter(([name, value]) => {
    if (name === 'templates') return changes.templates?.length !== 0;
    return JSON.stringify(value) !== JSON.stringify((saved as Record<string, unknown> | undefined)?.[name]);
  });
  return Object.fromEntries(entries);
}

/** The server's words begin after the name of the field. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
