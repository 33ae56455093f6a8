import type { OrganizationDocument } from '@whatsapp-optin/sdk/contract';
import { AdminRoot } from '../admin-root.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { Loading } from '../controls/placeholders.js';
import { useWords } from '../words/use-words.js';
import { ActionFields } from './action-fields.js';
import { HabitFields, NumberFields } from './organization-fields.js';
import { QuickReplyEditor } from './quick-reply-editor.js';
import { SaveBar } from './save-bar.js';
import { StylePreview } from './style-preview.js';
import { TemplateEditor } from './template-editor.js';
import { useSettings, type SettingsDraft } from './use-settings.js';

/**
 * The WhatsApp number, the message that customers send, the texts and buttons that they receive, quick replies of staff,
 * languages and quiet hours. Needs the scope `settings.read`; a change needs `settings.write`.
 */
export function OrganizationSettings() {
  const { t } = useWords();
  const draft = useSettings();
  const { saved, loadError } = draft;
  return (
    <AdminRoot aria-label={t('settings.heading')}>
      <DashboardHead heading={t('settings.heading')} description={t('settings.description')} isLive={false} />
      {loadError && <Failure error={loadError} onRetry={draft.reload} />}
      {!saved && !loadError && <Loading lines={8} />}
      {saved && <SettingsForm draft={draft} saved={saved} />}
    </AdminRoot>
  );
}

function SettingsForm({ draft, saved }: { draft: SettingsDraft; saved: OrganizationDocument }) {
  const { t } = useWords();
  const { templates: _templates, retentionDays: _retention, ...changes } = draft.changes;
  const shown: OrganizationDocument = { ...saved, ...changes };
  return (
    <form
      className="woa-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.isChanged && !draft.isSaving) draft.save();
      }}
    >
      <fieldset className="woa-columns" disabled={!draft.mayChange}>
        <legend className="woa-hidden">{t('settings.heading')}</legend>
        <NumberFields draft={draft} shown={shown} />
        <HabitFields draft={draft} shown={shown} />
      </fieldset>
      <section className="woa-panel" aria-label={t('settings.message')}>
        <h3>{t('settings.message')}</h3>
        <StylePreview
          companyName={shown.name}
          style={shown.messageStyle}
          onChange={(messageStyle) => draft.change({ messageStyle })}
          disabled={!draft.mayChange}
        />
      </section>
      <section className="woa-panel" aria-label={t('settings.templates')}>
        <h3>{t('settings.templates')}</h3>
        <TemplateEditor draft={draft} />
      </section>
      <section className="woa-panel" aria-label={t('settings.actions')}>
        <h3>{t('settings.actions')}</h3>
        <ActionFields draft={draft} shown={shown} />
      </section>
      <section className="woa-panel" aria-label={t('settings.quick')}>
        <h3>{t('settings.quick')}</h3>
        <QuickReplyEditor draft={draft} shown={shown} />
      </section>
      <SaveBar draft={draft} />
    </form>
  );
}
