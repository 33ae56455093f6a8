import type { ComplianceReport, ConsentChainCheck } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { CopyButton } from '../controls/copy-button.js';
import { Failure } from '../controls/failure.js';
import { Notice } from '../controls/notice.js';
import { StatusMark } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** That nobody was messaged unasked: the two numbers, the query behind them, the chain over the consents. */
export function ProofPanel({ report }: { report: ComplianceReport }) {
  const { t, named, formats } = useWords();
  const mayCheck = useMay('compliance.read');
  const [isQueryShown, setIsQueryShown] = useState(false);
  const check = useAct<void, ComplianceReport>((api) => api.send('POST', adminPaths.complianceCheck, {}), []);
  const { proof, chain, optIns } = check.data ?? report;
  const isProven = proof.unsolicited === 0 && proof.bases.every(({ unproven }) => unproven === 0);
  const queries = `${proof.query};\n\n${proof.basesQuery};`;
  return (
    <section className="woa-panel" aria-label={t('compliance.proof')}>
      <div className="woa-head">
        <h3>{t('compliance.proof')}</h3>
        <div className="woa-actions">
          <Button size="small" aria-expanded={isQueryShown} onClick={() => setIsQueryShown(!isQueryShown)}>
            {t(isQueryShown ? 'compliance.hideQuery' : 'compliance.showQuery')}
          </Button>
          {mayCheck && (
            <Button size="small" busy={check.isPending} onClick={() => check.mutate()}>
              {t('compliance.check')}
            </Button>
          )}
        </div>
      </div>
      <div className="woa-columns">
        <Notice
          tone={isProven ? 'good' : 'bad'}
          heading={t('compliance.unsolicited', { unsolicited: proof.unsolicited, sends: proof.sends })}
        >
          <p>{t(isProven ? 'compliance.proven' : 'compliance.notProven')}</p>
          <p className="woa-note">
            {t('compliance.checked')} <Moment at={proof.checkedAt} as="ago" />
          </p>
        </Notice>
        <ChainNotice chain={chain} />
      </div>
      {proof.bases.length > 0 && (
        <ul className="woa-stack" aria-label={t('compliance.bases')}>
          {proof.bases.map(({ tier, basis, sends, unproven }) => (
            <li key={`${tier} ${basis}`}>
              <StatusMark tone={unproven === 0 ? 'good' : 'bad'}>
                {named('tier', tier)}: {t(`sentOn.${basis}`, { sends: formats.number(sends) })}
                {unproven > 0 && ` · ${t('compliance.unproven', { unproven: formats.number(unproven) })}`}
              </StatusMark>
            </li>
          ))}
        </ul>
      )}
      {optIns.shown > 0 && (
        <p className="woa-note">
          {t('compliance.unopened', { shown: formats.number(optIns.shown), unopened: formats.number(optIns.unopened) })}
        </p>
      )}
      {check.error && <Failure error={check.error} onRetry={() => check.mutate()} />}
      {isQueryShown && (
        <div className="woa-stack">
          <div className="woa-head">
            <p className="woa-note">{t('compliance.queryHint')}</p>
            <CopyButton text={queries} />
          </div>
          <code className="woa-code" tabIndex={0} aria-label={t('compliance.query')} role="group">
            {queries}
          </code>
        </div>
      )}
      <p className="woa-hidden" role="status">
        {check.data && `${t('compliance.checked')} ${formats.exact(new Date(check.data.proof.checkedAt))}`}
      </p>
    </section>
  );
}

function ChainNotice({ chain }: { chain: ConsentChainCheck | null }) {
  const { t, named } = useWords();
  if (chain === null) {
    return (
      <Notice tone="info" heading={t('compliance.chainUnchecked')}>
        <p>{t('compliance.chainHint')}</p>
      </Notice>
    );
  }
  if (chain.status === 'broken') {
    return (
      <Notice tone="bad" heading={t('compliance.chainBroken', { position: chain.position })}>
        <p>{named('chainFault', chain.why)}</p>
        <p className="woa-note">
          <bdi dir="ltr">{chain.consentId}</bdi>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" heading={t('compliance.chainWhole', { count: chain.seals })}>
      <p>{t('compliance.chainHint')}</p>
      <p className="woa-note">
        {t('compliance.checked')} <Moment at={chain.checkedAt} as="ago" />
      </p>
    </Notice>
  );
}
