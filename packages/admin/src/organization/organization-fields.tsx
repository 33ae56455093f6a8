import { SUPPORTED_LOCALES } from '@whatsapp-optin/sdk';
import type { OrganizationChanges, OrganizationDocument } from '@whatsapp-optin/sdk/contract';
import { CheckField, SelectField, TextField } from '../controls/fields.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

interface SectionProps {
  draft: SettingsDraft;
  shown: OrganizationDocument;
}

/** Who writes, from which number, and whether WhatsApp is on. */
export function NumberFields({ draft, shown }: SectionProps) {
  const { t } = useWords();
  const { change, wrong } = draft;
  return (
    <section className="woa-panel" aria-label={t('settings.business')}>
      <h3>{t('settings.business')}</h3>
      <TextField
        label={t('settings.name')}
        value={shown.name}
        maxLength={200}
        onChange={(event) => change({ name: event.target.value })}
        wrong={wrong('name')}
      />
      <TextField
        label={t('settings.number')}
        hint={t('settings.numberHint')}
        type="tel"
        dir="ltr"
        value={shown.whatsappNumber ?? ''}
        onChange={(event) => change({ whatsappNumber: event.target.value === '' ? null : event.target.value })}
        wrong={wrong('whatsappNumber')}
      />
      <CheckField
        label={t('settings.enabled')}
        hint={t('settings.enabledHint')}
        checked={shown.whatsappEnabled}
        onChange={(event) => change({ whatsappEnabled: event.target.checked })}
        wrong={wrong('whatsappEnabled')}
      />
    </section>
  );
}

/** In which language and zone, when not, and what a bare "cancel" means. */
export function HabitFields({ draft, shown }: SectionProps) {
  const { t, formats } = useWords();
  const { change, wrong } = draft;
  const { quietHours } = shown;
  const quiet = (part: Partial<NonNullable<OrganizationChanges['quietHours']>>) =>
    change({ quietHours: { from: '22:00', until: '07:00', ...quietHours, ...part } });
  return (
    <section className="woa-panel" aria-label={t('settings.habits')}>
      <h3>{t('settings.habits')}</h3>
      <SelectField
        label={t('settings.defaultLocale')}
        hint={t('settings.defaultLocaleHint')}
        value={shown.defaultLocale}
        onChange={(event) => change({ defaultLocale: event.target.value })}
        wrong={wrong('defaultLocale')}
      >
        {SUPPORTED_LOCALES.map((locale) => (
          <option key={locale} value={locale}>
            {formats.language(locale)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('settings.timeZone')}
        value={shown.timeZone}
        onChange={(event) => change({ timeZone: event.target.value })}
        wrong={wrong('timeZone')}
      >
        {[...new Set([shown.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </SelectField>
      <CheckField
        label={t('settings.quiet')}
        hint={t('settings.quietHint')}
        checked={quietHours !== null}
        onChange={(event) => (event.target.checked ? quiet({}) : change({ quietHours: null }))}
        wrong={wrong('quietHours')}
      />
      {quietHours && (
        <div className="woa-filters">
          <TextField
            label={t('settings.quietFrom')}
            type="time"
            value={quietHours.from}
            onChange={(event) => quiet({ from: event.target.value })}
          />
          <TextField
            label={t('settings.quietUntil')}
            type="time"
            value={quietHours.until}
            onChange={(event) => quiet({ until: event.target.value })}
          />
        </div>
      )}
      <CheckField
        label={t('settings.renewal')}
        hint={t('settings.renewalHint')}
        checked={shown.renewalEnabled}
        onChange={(event) => change({ renewalEnabled: event.target.checked })}
      />
      <SelectField
        label={t('settings.cancelWords')}
        hint={t('settings.cancelWordsHint')}
        value={shown.cancelWords}
        onChange={(event) => change({ cancelWords: event.target.value as 'staff' | 'stop' })}
      >
        <option value="staff">{t('settings.cancelStaff')}</option>
        <option value="stop">{t('settings.cancelStop')}</option>
      </SelectField>
    </section>
  );
}
