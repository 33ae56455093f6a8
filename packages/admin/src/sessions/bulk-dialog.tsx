import type { BulkSessionResult, BulkSessionsAnswer, BulkSessionsRequest } from '@whatsapp-optin/sdk/contract';
import { useEffect } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { CustomerName, MaskedPhone, TicketNumber } from '../controls/customer.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { Notice } from '../controls/notice.js';
import { Loading } from '../controls/placeholders.js';
import { StatusMark, type Tone } from '../controls/status-mark.js';
import { useWords } from '../words/use-words.js';

export type BulkTarget = Pick<BulkSessionsRequest, 'action' | 'sessionIds' | 'filter'>;

interface BulkDialogProps {
  target: BulkTarget;
  onClose: () => void;
}

/** First whom it would reach, and with what words; then, when it is meant, what came of it. */
export function BulkDialog({ target, onClose }: BulkDialogProps) {
  const { t } = useWords();
  const preview = useBulk(true);
  const act = useBulk(false);
  const { mutate } = preview;
  useEffect(() => mutate(target), [mutate, target]);
  const shown = act.data ?? preview.data;
  const error = act.error ?? preview.error;
  const isEnd = target.action === 'end';
  const count = preview.data?.done ?? 0;
  return (
    <Dialog
      wide
      heading={t(isEnd ? 'bulk.endHeading' : 'bulk.remindHeading')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t(act.data ? 'act.close' : 'act.cancel')}</Button>
          {!act.data && (
            <Button
              kind={isEnd ? 'danger' : 'primary'}
              busy={act.isPending}
              disabled={count === 0}
              onClick={() => act.mutate(target)}
            >
              {t(isEnd ? 'bulk.end' : 'bulk.remind', { count })}
            </Button>
          )}
        </>
      }
    >
      {error && <Failure error={error} onRetry={() => (act.error ? act.mutate(target) : mutate(target))} />}
      {!shown && !error && <Loading lines={3} />}
      {shown && <Outcome answer={shown} />}
    </Dialog>
  );
}

function useBulk(dryRun: boolean) {
  return useAct<BulkTarget, BulkSessionsAnswer>(
    (api, target) => api.send('POST', adminPaths.sessionsBulk, { ...target, dryRun }),
    dryRun ? [] : ['sessions', 'notifications'],
  );
}

function Outcome({ answer }: { answer: BulkSessionsAnswer }) {
  const { t } = useWords();
  const { action, dryRun, matched, done, skipped, failed, text, results } = answer;
  const summary = dryRun
    ? t(action === 'end' ? 'bulk.wouldEnd' : 'bulk.wouldRemind', { count: done })
    : t(action === 'end' ? 'bulk.didEnd' : 'bulk.didRemind', { count: done });
  return (
    <>
      <Notice tone={dryRun ? 'info' : failed > 0 ? 'warn' : 'good'} live heading={summary}>
        {skipped > 0 && <p>{t('bulk.skipped', { count: skipped })}</p>}
        {failed > 0 && <p>{t('bulk.failed', { count: failed })}</p>}
        {matched > results.length && <p>{t('bulk.capped', { shown: results.length, matched })}</p>}
      </Notice>
      {text !== null && (
        <figure className="woa-stack">
          <figcaption className="woa-note">{t('bulk.text')}</figcaption>
          <bdi className="woa-bubble">{text}</bdi>
        </figure>
      )}
      <div className="woa-table-frame">
        <div
          className="woa-table-scroll woa-short"
          tabIndex={0}
          role="region"
          aria-label={t('table.scroll', { name: t('bulk.people') })}
        >
          <table className="woa-table" aria-label={t('bulk.people')}>
            <thead>
              <tr>
                <th scope="col">{t('sessions.customer')}</th>
                <th scope="col">{t('sessions.ticket')}</th>
                <th scope="col">{t('sessions.phone')}</th>
                <th scope="col">{t('bulk.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <tr key={result.sessionId}>
                  <th scope="row">
                    <CustomerName customer={result.customer} />
                  </th>
                  <td>
                    <TicketNumber ticket={result.ticket} />
                  </td>
                  <td>
                    <MaskedPhone customer={result.customer} />
                  </td>
                  <td>
                    <OutcomeMark result={result} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

const TONES: Readonly<Record<BulkSessionResult['outcome'], Tone>> = {
  ...{ ended: 'good', would_end: 'info', sent: 'good', would_send: 'info', skipped: 'quiet', failed: 'bad' },
};

function OutcomeMark({ result: { outcome, reason } }: { result: BulkSessionResult }) {
  const { named } = useWords();
  return (
    <StatusMark tone={TONES[outcome]}>
      {named('outcome', outcome)}
      {reason && <span className="woa-muted">{named('reason', reason)}</span>}
    </StatusMark>
  );
}
