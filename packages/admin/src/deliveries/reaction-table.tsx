import type { DeliveryAnalytics } from '@whatsapp-optin/sdk/contract';
import { useWords } from '../words/use-words.js';

/** Thumbs up and down to notifications, by type and by how late they were sent. */
export function ReactionTable({ reactions }: { reactions: DeliveryAnalytics['reactions'] }) {
  const { t, named, formats } = useWords();
  return (
    <section className="woa-panel" aria-label={t('reactions.heading')}>
      <h3>{t('reactions.heading')}</h3>
      {reactions.length === 0 ? (
        <p className="woa-muted">{t('reactions.none')}</p>
      ) : (
        <div
          className="woa-table-scroll"
          tabIndex={0}
          role="region"
          aria-label={t('table.scroll', { name: t('reactions.heading') })}
        >
          <table className="woa-table" aria-label={t('reactions.heading')}>
            <thead>
              <tr>
                <th scope="col">{t('deliveries.what')}</th>
                {(['up', 'down', 'satisfied'] as const).map((name) => (
                  <th key={name} scope="col" className="woa-cell-number">
                    {t(`reactions.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reactions.map(({ type, lateness, up, down }) => (
                <tr key={`${type} ${lateness}`}>
                  <th scope="row">
                    <span className="woa-two-line">
                      {named('notificationType', type)}
                      <span className="woa-note">{named('lateness', lateness)}</span>
                    </span>
                  </th>
                  <td className="woa-cell-number">{formats.number(up)}</td>
                  <td className="woa-cell-number">{formats.number(down)}</td>
                  <td className="woa-cell-number">{formats.percent(up / (up + down))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
