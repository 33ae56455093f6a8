import type { AdminUnshownMessages } from '@whatsapp-optin/sdk/contract';
import { useId } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** That customers sent what the product cannot show: when, through whom, why. Nothing where there is none. */
export function UnshownMessages() {
  const { t, named } = useWords();
  const headingId = useId();
  const { data } = useAdminQuery<AdminUnshownMessages>('inbound', adminPaths.inboundUnshown);
  if (!data || data.count === 0) return null;
  const { items, count } = data;
  return (
    <section className="woa-panel" aria-labelledby={headingId}>
      <div className="woa-head-text">
        <h3 id={headingId}>{t('unshown.heading')}</h3>
        <p className="woa-note">
          {t('unshown.description', { count })} {count > items.length && t('unshown.more', { shown: items.length })}
        </p>
      </div>
      <ul className="woa-stack" aria-label={t('unshown.list')}>
        {items.map(({ provider, why, receivedAt }, at) => (
          <li key={`${receivedAt} ${at}`} className="woa-filters">
            <Moment at={receivedAt} />
            <span>{named('unshownWhy', why)}</span>
            <span className="woa-chip">
              <bdi>{provider}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
