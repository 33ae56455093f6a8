import type { ContactErased, ContactExport } from '@whatsapp-optin/sdk/contract';
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
import { Icon } from '../controls/icon.js';
import { Notice } from '../controls/notice.js';
import { saveFile } from '../controls/save-file.js';
import { useWords } from '../words/use-words.js';

/**
 * Erases a person from every table, and lists what was erased; before that, everything held of them can be saved. Needs the
 * scope `contacts.erase`; the export needs `data.export`.
 */
export function ErasePerson() {
  const { t, formats, named } = useWords();
  const mayErase = useMay('contacts.erase');
  const mayExport = useMay('data.export');
  const [phone, setPhone] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const erase = useAct<string, ContactErased>(
    (api, whose) => api.send('DELETE', adminPaths.erase(whose)),
    ['sessions', 'inbound', 'notifications'],
  );
  const download = useAct<string, ContactExport>(async (api, whose) => {
    const held = await api.get<ContactExport>(adminPaths.exportPerson(whose));
    saveFile(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }), 'person.json');
    return held;
  }, []);
  const { data } = erase;
  const error = erase.error ?? download.error;
  const isUnknown = error?.status === 404;
  const isBlank = phone.trim() === '';
  const write = (text: string) => {
    erase.reset();
    download.reset();
    setPhone(text);
  };
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
            if (!isBlank) setIsAsked(true);
          }}
        >
          <TextField
            label={t('erase.phone')}
            hint={t('erase.phoneHint')}
            type="tel"
            dir="ltr"
            autoComplete="off"
            value={phone}
            onChange={(event) => write(event.target.value)}
            wrong={error?.fields[0]?.message ?? (isUnknown ? t('erase.unknown') : undefined)}
          />
          <div className="woa-actions">
            {mayExport && (
              <Button disabled={isBlank} busy={download.isPending} onClick={() => download.mutate(phone.trim())}>
                <Icon name="download" />
                {t('erase.export')}
              </Button>
            )}
            <Button type="submit" kind="danger" disabled={isBlank}>
              {t('erase.start')}
            </Button>
            <span role="status" className="woa-muted">
              {download.isSuccess && t('erase.exported')}
            </span>
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
