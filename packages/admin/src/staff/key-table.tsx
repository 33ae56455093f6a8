import type { AdminKey } from '@whatsapp-optin/sdk/contract';
import { Button } from '../controls/button.js';
import { StatusMark, type Tone } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

export type KeyAct = 'rotate' | 'revoke';

interface KeyTableProps {
  keys: readonly AdminKey[];
  mayWrite: boolean;
  onAct: (act: KeyAct, key: AdminKey) => void;
}

const TONES: Readonly<Record<AdminKey['status'], Tone>> = {
  ...{ active: 'good', expiring: 'warn', expired: 'quiet', revoked: 'bad' },
};

export function KeyTable({ keys, mayWrite, onAct }: KeyTableProps) {
  const { t, named, formats } = useWords();
  return (
    <div className="woa-table-frame">
      <div
        className="woa-table-scroll"
        tabIndex={0}
        role="region"
        aria-label={t('table.scroll', { name: t('keys.heading') })}
      >
        <table className="woa-table" aria-label={t('keys.heading')}>
          <thead>
            <tr>
              <th scope="col">{t('keys.name')}</th>
              <th scope="col">{t('keys.hint')}</th>
              <th scope="col">{t('keys.role')}</th>
              <th scope="col">{t('keys.status')}</th>
              <th scope="col">{t('keys.lastUsed')}</th>
              <th scope="col">{t('keys.expires')}</th>
              <th scope="col">{t('keys.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <th scope="row">
                  <bdi>{key.name}</bdi>
                </th>
                <td>
                  <bdi dir="ltr">{key.hint}</bdi>
                </td>
                <td title={formats.list(key.scopes)}>{named('role', key.role)}</td>
                <td>
                  <StatusMark tone={TONES[key.status]}>{named('keyStatus', key.status)}</StatusMark>
                </td>
                <td>
                  {key.lastUsedAt ? (
                    <Moment at={key.lastUsedAt} as="ago" />
                  ) : (
                    t(key.source === 'configuration' ? 'time.notTracked' : 'time.never')
                  )}
                </td>
                <td>{key.expiresAt ? <Moment at={key.expiresAt} as="span" /> : t('time.never')}</td>
                <td>
                  <span className="woa-actions">
                    {key.source === 'configuration' && <span className="woa-note">{t('keys.configured')}</span>}
                    {mayWrite && key.source === 'stored' && key.status !== 'revoked' && key.status !== 'expired' && (
                      <>
                        <Button
                          size="small"
                          onClick={() => onAct('rotate', key)}
                          aria-label={`${t('keys.rotate')} – ${key.name}`}
                        >
                          {t('keys.rotate')}
                        </Button>
                        <Button
                          size="small"
                          kind="danger"
                          onClick={() => onAct('revoke', key)}
                          aria-label={`${t('keys.revoke')} – ${key.name}`}
                        >
                          {t('keys.revoke')}
                        </Button>
                      </>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
