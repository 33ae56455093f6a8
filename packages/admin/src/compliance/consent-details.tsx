import type { AdminConsent } from '@whatsapp-optin/sdk/contract';
import { Fragment, type ReactNode } from 'react';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** One consent as it would be shown to an auditor. */
export function ConsentDetails({ consent }: { consent: AdminConsent }) {
  const { t, named, formats } = useWords();
  const { seal } = consent;
  const code = (text: string | null) => text && <bdi dir="ltr">{text}</bdi>;
  const sourceOf = ({ consentSource, consentVersion }: AdminConsent) => {
    if (consentSource === null) return null;
    return consentSource === 'shipped'
      ? t('compliance.ourText', { version: consentVersion ?? '' })
      : t('compliance.claimed', { version: consentVersion ?? '–' });
  };
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('compliance.when'), <Moment key="at" at={consent.recordedAt} />],
    [t('compliance.action'), named('consentAction', consent.action)],
    [t('compliance.how'), named('consentMethod', consent.method)],
    [t('compliance.purpose'), consent.purpose],
    [t('compliance.channel'), consent.channel],
    [t('compliance.person'), code(consent.contactId)],
    [t('sessions.ticket'), code(consent.ticketId)],
    [t('compliance.wording'), consent.wording && <bdi className="woa-bubble">{consent.wording}</bdi>],
    [t('compliance.beside'), consent.consentText && <bdi className="woa-bubble">{consent.consentText}</bdi>],
    [t('compliance.source'), sourceOf(consent)],
    [t('compliance.page'), code(consent.pageOrigin)],
    [t('compliance.message'), code(consent.inboundMessageId)],
    [t('compliance.sentAt'), consent.messageSentAt && <Moment key="sent" at={consent.messageSentAt} />],
    [t('compliance.provider'), consent.provider],
    [t('compliance.evidence'), named('evidence', consent.evidence)],
    [t('compliance.seal'), seal && formats.number(seal.position)],
    [t('compliance.hash'), code(seal?.hash ?? null)],
  ];
  return (
    <dl className="woa-details">
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value || '–'}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
