import type { ContactErased } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { TextField } from '../controls/fields.js';
import { Notice } from '../controls/notice.js';
import { useWords } from '../words/use-words.js';

/** Erases a person from every table, and lists what was erased. Needs the scope `contacts.erase`. */
export function ErasePerson() {
  const { t, formats, named } = useWords();
  const mayErase = useMay('contacts.erase');
  const [phone, setPhone] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const erase = useAct<string, ContactErased>(
    (api, whose) => api.send('DELETE', adminPaths.erase(whose)),
    ['sessions', 'inbound', 'notifications'],
  );
  const { data, error } = erase;
  const isUnknown = error?.status === 404;
  return (
    <AdminRoot aria-label={t('erase.heading')}>
      <DashboardHead heading={t('erase.heading')} description={t('erase.description')} isLive={false} />
      {!mayErase && <Notice tone="info">{t('state.viewerOnly')}</Notice>}
      {mayErase && (
        <form
          className="woa-panel"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (phone.trim() !== '') setIsAsked(true);
          }}
        >
          <TextField
            label={t('erase.phone')}
            hint={t('erase.phoneHint')}
            type="tel"
            dir="ltr"
            autoComplete="off"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
            wrong={error?.fields[0]?.message ?? (isUnknown ? t('erase.unknown') : undefined)}
          />
          <div className="woa-actions">
            <Button type="submit" kind="danger" disabled={phone.trim() === ''}>
              {t('erase.start')}
            </Button>
          </div>
          {error && !isUnknown && error.fields.length === 0 && <Failure error={error} />}
        </form>
      )}
      {data && (
        <Notice tone="good" live heading={t('erase.done', { at: formats.moment(new Date(data.erasedAt)) })}>
          <p>{t('erase.blocked')}</p>
          <dl className="woa-details">
            {Object.entries(data.erased).map(([table, count]) => (
              <div className="woa-detail" key={table}>
                <dt>{named('erasedFrom', table)}</dt>
                <dd>{t('table.rows', { count })}</dd>
              </div>
            ))}
          </dl>
        </Notice>
      )}
      {isAsked && (
        <Dialog
          heading={t('erase.confirm')}
          onClose={() => setIsAsked(false)}
          foot={
            <>
              <Button onClick={() => setIsAsked(false)}>{t('act.cancel')}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  setIsAsked(false);
                  erase.mutate(phone.trim(), { onSuccess: () => setPhone('') });
                }}
              >
                {t('erase.act')}
              </Button>
            </>
          }
        >
          <p>
            <bdi dir="ltr">{phone}</bdi>
          </p>
          <p>{t('erase.confirmHint')}</p>
        </Dialog>
      )}
    </AdminRoot>
  );
}
