import { SUPPORTED_LOCALES, directionOf } from '@whatsapp-optin/sdk';
import {
  NOTIFICATION_TYPES,
  type BuiltInText,
  type NotificationType,
  type TemplatePreview,
} from '@whatsapp-optin/sdk/contract';
import { useEffect, useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminQuery } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { SelectField, TextArea } from '../controls/fields.js';
import { StatusMark } from '../controls/status-mark.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

const PLACEHOLDERS = ['companyName', 'ticketNumber', 'departmentName', 'position', 'waitMinutes', 'minutesLeft'];
const TYPING_MS = 350;

/** The texts that customers get, a type and a language at a time: built in, or edited; and as they would read them. */
export function TemplateEditor({ draft }: { draft: SettingsDraft }) {
  const { t, named, formats } = useWords();
  const { saved, changes, change, mayChange } = draft;
  const [type, setType] = useState<NotificationType>('your_turn');
  const [locale, setLocale] = useState(saved?.defaultLocale ?? 'en');
  const builtIn = useAdminQuery<BuiltInText>('settings', adminPaths.builtInText, { type, locale }).data?.body;
  const isThis = (one: { type: NotificationType; locale: string }) => one.type === type && one.locale === locale;
  const drafts = changes.templates ?? [];
  const at = drafts.findIndex(isThis);
  const own = saved?.templates.find(isThis)?.body ?? null;
  const edited = at < 0 ? own : (drafts[at]?.body ?? null);
  const body = edited ?? builtIn ?? '';
  const write = (text: string | null) => {
    const wanted = text === builtIn ? null : text;
    const others = drafts.filter((one) => !isThis(one));
    change({ templates: wanted === own ? others : [...others, { type, locale, body: wanted }] });
  };
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
        maxLength={3500}
        onChange={(event) => write(event.target.value)}
        wrong={at < 0 ? undefined : draft.wrong(`templates.${at}`)}
      />
      {edited !== null && (
        <div className="woa-actions">
          <StatusMark tone="info">{t('settings.edited')}</StatusMark>
          {mayChange && (
            <Button size="small" onClick={() => write(null)}>
              {t('settings.bringBack')}
            </Button>
          )}
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
        ) : null}
      </div>
    </figure>
  );
}
