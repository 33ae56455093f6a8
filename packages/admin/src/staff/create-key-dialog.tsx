import {
  STAFF_ROLES,
  STAFF_SCOPES,
  type AdminKeyCreated,
  type CreateAdminKeyRequest,
  type StaffRole,
  type StaffScope,
} from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { CheckField, SelectField, TextField } from '../controls/fields.js';
import { useWords } from '../words/use-words.js';

interface CreateKeyDialogProps {
  onClose: () => void;
  onCreated: (key: AdminKeyCreated) => void;
}

/** A key for somebody: whose it is, what it may. */
export function CreateKeyDialog({ onClose, onCreated }: CreateKeyDialogProps) {
  const { t, named } = useWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('viewer');
  const [left, setLeft] = useState<readonly StaffScope[]>([]);
  const create = useAct<CreateAdminKeyRequest, AdminKeyCreated>(
    (api, body) => api.send('POST', adminPaths.keys, body),
    ['settings'],
  );
  const ofRole = STAFF_SCOPES.filter((scope) => role === 'manager' || scope.endsWith('.read'));
  const scopes = ofRole.filter((scope) => !left.includes(scope));
  const wrong = (field: string) => create.error?.fields.find((one) => one.field.startsWith(field))?.message;
  const submit = () => create.mutate({ name, role, scopes }, { onSuccess: onCreated });
  return (
    <Dialog
      heading={t('keys.create')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button kind="primary" busy={create.isPending} disabled={name.trim() === ''} onClick={submit}>
            {t('keys.create')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('keys.name')}
        hint={t('keys.nameHint')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
        wrong={wrong('name')}
      />
      <SelectField
        label={t('keys.role')}
        hint={t(role === 'viewer' ? 'keys.viewerHint' : 'keys.managerHint')}
        value={role}
        onChange={(event) => setRole(event.target.value as StaffRole)}
      >
        {STAFF_ROLES.map((one) => (
          <option key={one} value={one}>
            {named('role', one)}
          </option>
        ))}
      </SelectField>
      <fieldset className="woa-stack">
        <legend className="woa-label">{t('keys.scopes')}</legend>
        {ofRole.map((scope) => (
          <CheckField
            key={scope}
            label={named('scope', scope.replace('.', '_'))}
            checked={!left.includes(scope)}
            onChange={(event) => setLeft(event.target.checked ? left.filter((one) => one !== scope) : [...left, scope])}
          />
        ))}
      </fieldset>
      {create.error && create.error.fields.length === 0 && <Failure error={create.error} />}
    </Dialog>
  );
}
