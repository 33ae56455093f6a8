import type { ParkedWorkItem, ParkedWorkPage } from '@whatsapp-optin/sdk/contract';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminQuery } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Failure } from '../controls/failure.js';
import { Notice } from '../controls/notice.js';
import { Loading } from '../controls/placeholders.js';
import { StatusMark } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** Work that failed again and again and was set aside, until somebody says "try again". */
export function ParkedPanel() {
  const { t, named } = useWords();
  const mayWrite = useMay('notifications.write');
  const { data, error, refetch } = useAdminQuery<ParkedWorkPage>('notifications', adminPaths.parked, { limit: 50 });
  const retry = useAct<ParkedWorkItem, void>(
    (api, { kind, id }) => api.send('POST', adminPaths.retry(kind, id)),
    ['notifications'],
  );
  const items = data?.items ?? [];
  return (
    <section className="woa-panel" aria-label={t('parked.heading')}>
      <h3>{t('parked.heading')}</h3>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {retry.error && <Failure error={retry.error} />}
      {!data && !error && <Loading lines={2} />}
      {data && items.length === 0 && (
        <StatusMark tone="good">
          <span>{t('parked.empty')}</span>
        </StatusMark>
      )}
      {items.length > 0 && (
        <>
          <Notice tone="warn">{t('parked.hint', { count: items.length })}</Notice>
          <ul className="woa-stack">
            {items.map((item) => (
              <li className="woa-head" key={item.id}>
                <div className="woa-head-text">
                  <span>{named('parkedKind', item.kind)}</span>
                  <span className="woa-note">
                    <Moment at={item.createdAt} /> · {t('parked.failures', { count: item.failures })}
                    {item.lastError && (
                      <>
                        {' · '}
                        <bdi>{item.lastError}</bdi>
                      </>
                    )}
                  </span>
                </div>
                {mayWrite && (
                  <Button
                    size="small"
                    busy={retry.isPending && retry.variables.id === item.id}
                    onClick={() => retry.mutate(item)}
                  >
                    {t('state.retry')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
