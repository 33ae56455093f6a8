import type { AdminKey, AdminKeyCreated, AdminKeyList } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminQuery } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { CopyButton } from '../controls/copy-button.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { Loading } from '../controls/placeholders.js';
import { useWords } from '../words/use-words.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { KeyTable, type KeyAct } from './key-table.js';

/** The admin keys: names, roles, last use, rotation. Needs the scope `keys.write`. */
export function AdminKeys() {
  const { t } = useWords();
  const mayWrite = useMay('keys.write');
  const { data, error, refetch } = useAdminQuery<AdminKeyList>('settings', adminPaths.keys);
  const [isCreating, setIsCreating] = useState(false);
  const [created, setCreated] = useState<AdminKeyCreated | null>(null);
  const [asked, setAsked] = useState<{ act: KeyAct; key: AdminKey } | null>(null);
  const rotate = useAct<AdminKey, AdminKeyCreated>(
    (api, { id }) => api.send('POST', adminPaths.rotateKey(id), {}),
    ['settings'],
  );
  const revoke = useAct<AdminKey, void>((api, { id }) => api.send('DELETE', adminPaths.key(id)), ['settings']);
  const act = () => {
    if (!asked) return;
    const done = () => setAsked(null);
    if (asked.act === 'revoke') revoke.mutate(asked.key, { onSuccess: done });
    else
      rotate.mutate(asked.key, {
        onSuccess: (answer) => {
          done();
          setCreated(answer);
        },
      });
  };
  return (
    <AdminRoot aria-label={t('keys.heading')}>
      <DashboardHead heading={t('keys.heading')} description={t('keys.description')} isLive={false}>
        {mayWrite && (
          <Button kind="primary" onClick={() => setIsCreating(true)}>
            {t('keys.create')}
          </Button>
        )}
      </DashboardHead>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <KeyTable keys={data.items} mayWrite={mayWrite} onAct={(which, key) => setAsked({ act: which, key })} />}
      {isCreating && (
        <CreateKeyDialog
          onClose={() => setIsCreating(false)}
          onCreated={(answer) => {
            setIsCreating(false);
            setCreated(answer);
          }}
        />
      )}
      {asked && (
        <Dialog
          heading={t(asked.act === 'revoke' ? 'keys.revokeHeading' : 'keys.rotateHeading', { name: asked.key.name })}
          onClose={() => setAsked(null)}
          foot={
            <>
              <Button onClick={() => setAsked(null)}>{t('act.cancel')}</Button>
              <Button
                kind={asked.act === 'revoke' ? 'danger' : 'primary'}
                busy={rotate.isPending || revoke.isPending}
                onClick={act}
              >
                {t(asked.act === 'revoke' ? 'keys.revoke' : 'keys.rotate')}
              </Button>
            </>
          }
        >
          <p>{t(asked.act === 'revoke' ? 'keys.revokeHint' : 'keys.rotateHint')}</p>
          {(rotate.error ?? revoke.error) && (
            <Failure error={(rotate.error ?? revoke.error) as NonNullable<typeof error>} />
          )}
        </Dialog>
      )}
      {created && (
        <Dialog
          heading={t('keys.once')}
          onClose={() => setCreated(null)}
          foot={
            <>
              <CopyButton text={created.key} />
              <Button onClick={() => setCreated(null)}>{t('act.close')}</Button>
            </>
          }
        >
          <p>{t('keys.onceHint')}</p>
          <code className="woa-code">{created.key}</code>
        </Dialog>
      )}
    </AdminRoot>
  );
}
