import { RETENTION_KINDS, type RetentionKind } from '@whatsapp-optin/sdk/contract';
import { AdminRoot } from '../admin-root.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { TextField } from '../controls/fields.js';
import { Loading } from '../controls/placeholders.js';
import { useWords } from '../words/use-words.js';
import { SaveBar } from './save-bar.js';
import { useSettings } from './use-settings.js';

/** How many days messages and other records are kept. Needs the scope `settings.read`; a change needs `settings.write`. */
export function RetentionSettings() {
  const { t, named } = useWords();
  const draft = useSettings();
  const { saved, loadError, changes, change, mayChange } = draft;
  const daysOf = (kind: RetentionKind) => {
    const drafted = changes.retentionDays?.[kind];
    return drafted === null ? saved?.defaultRetentionDays[kind] : (drafted ?? saved?.retentionDays[kind]);
  };
  const write = (kind: RetentionKind, text: string) => {
    const days = text === '' ? null : Number(text);
    change({ retentionDays: { ...changes.retentionDays, [kind]: days } });
  };
  return (
    <AdminRoot aria-label={t('retention.heading')}>
      <DashboardHead heading={t('retention.heading')} description={t('retention.description')} isLive={false} />
      {loadError && <Failure error={loadError} onRetry={draft.reload} />}
      {!saved && !loadError && <Loading lines={5} />}
      {saved && (
        <form
          className="woa-panel"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.isChanged && !draft.isSaving) draft.save();
          }}
        >
          <ul className="woa-stack woa-narrow">
            {RETENTION_KINDS.map((kind) => (
              <li key={kind}>
                <TextField
                  label={t('retention.sentence', { what: named('retentionWhat', kind), count: daysOf(kind) ?? 0 })}
                  hint={t('retention.default', { count: saved.defaultRetentionDays[kind] })}
                  type="number"
                  min={1}
                  max={3650}
                  disabled={!mayChange}
                  value={changes.retentionDays?.[kind] ?? daysOf(kind) ?? ''}
                  onChange={(event) => write(kind, event.target.value)}
                  wrong={draft.wrong(`retentionDays.${kind}`)}
                />
              </li>
            ))}
          </ul>
          <p className="woa-note">{t('retention.kept')}</p>
          <SaveBar draft={draft} />
        </form>
      )}
    </AdminRoot>
  );
}
