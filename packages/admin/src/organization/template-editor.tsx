import { SUPPORTED_LOCALES, directionOf } from '@whatsapp-optin/sdk';
import { NOTIFICATION_TYPES, type NotificationType, type TemplatePreview } from '@whatsapp-optin/sdk/contract';
import { useEffect, useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { SelectField, TextArea } from '../controls/fields.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

const PLACEHOLDERS = ['companyName', 'ticketNumber', 'departmentName', 'position', 'waitMinutes', 'minutesLeft'];
const TYPING_MS = 350;

/** Texts of the organization's own, a type and a language at a time, as a customer would read them. */
export function TemplateEditor({ draft }: { draft: SettingsDraft }) {
  const { t, named, formats } = useWords();
  const { saved, changes, change, mayChange } = draft;
  const [type, setType] = useState<NotificationType>('your_turn');
  const [locale, setLocale] = useState(saved?.defaultLocale ?? 'en');
  const isThis = (one: { type: NotificationType; locale: string }) => one.type === type && one.locale === locale;
  const drafted = changes.templates?.find(isThis);
  const own = saved?.templates.find(isThis);
  const body = drafted === undefined ? (own?.body ?? '') : (drafted.body ?? '');
  const others = (changes.templates ?? []).filter((one) => !isThis(one));
  const write = (text: string | null) => change({ templates: [...others, { type, locale, body: text }] });
  return (
    <div className="woa-stack">
      <div className="woa-columns">
        <SelectField
          label={t('deliveries.what')}
          value={type}
          onChange={(event) => setType(event.target.value as NotificationType)}
        >
          {NOTIFICATION_TYPES.map((one) => (
            <option key={one} value={one}>
              {named('notificationType', one)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('settings.language')} value={locale} onChange={(event) => setLocale(event.target.value)}>
          {SUPPORTED_LOCALES.map((one) => (
            <option key={one} value={one}>
              {formats.language(one)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextArea
        label={t('settings.templateText')}
        hint={t('settings.placeholders', { names: formats.list(PLACEHOLDERS.map((name) => `{${name}}`)) })}
        value={body}
        lang={locale}
        dir={directionOf(locale)}
        readOnly={!mayChange}
        placeholder={t('settings.builtIn')}
        maxLength={3500}
        onChange={(event) => write(event.target.value)}
        wrong={draft.wrong('templates')}
      />
      {mayChange && body !== '' && (
        <div className="woa-actions">
          <Button size="small" onClick={() => write(null)}>
            {t('settings.bringBack')}
          </Button>
        </div>
      )}
      <Preview body={body} locale={locale} />
    </div>
  );
}

function Preview({ body, locale }: { body: string; locale: string }) {
  const { t } = useWords();
  const preview = useAct<string, TemplatePreview>(
    (api, text) => api.send('POST', adminPaths.preview, { body: text }),
    [],
  );
  const { mutate, reset } = preview;
  useEffect(() => {
    if (body.trim() === '') {
      reset();
      return undefined;
    }
    const timer = setTimeout(() => mutate(body), TYPING_MS);
    return () => clearTimeout(timer);
  }, [body, mutate, reset]);
  return (
    <figure className="woa-stack">
      <figcaption className="woa-label">{t('settings.asRead')}</figcaption>
      <div role="status">
        {preview.error ? (
          <p className="woa-wrong">{preview.error.message}</p>
        ) : preview.data && body.trim() !== '' ? (
          <span className="woa-bubble" lang={locale} dir={directionOf(locale)}>
            {preview.data.text}
          </span>
        ) : (
          <p className="woa-note">{t('settings.builtIn')}</p>
        )}
      </div>
    </figure>
  );
}
