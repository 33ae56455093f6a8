import { SUPPORTED_LOCALES, closestLocale, directionOf } from '@whatsapp-optin/sdk';
import {
  MAX_QUICK_REPLIES,
  MAX_QUICK_REPLY_LENGTH,
  type OrganizationDocument,
  type SupportedLocale,
} from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { Button } from '../controls/button.js';
import { SelectField, TextField } from '../controls/fields.js';
import { Icon } from '../controls/icon.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

/** Short texts that staff answer with by one tap, a language at a time. */
export function QuickReplyEditor({ draft, shown }: { draft: SettingsDraft; shown: OrganizationDocument }) {
  const { t, formats } = useWords();
  const { quickReplies, builtInQuickReplies, defaultLocale } = shown;
  const [locale, setLocale] = useState<SupportedLocale>(closestLocale([defaultLocale]) ?? 'en');
  const own = quickReplies[locale];
  const texts = own ?? builtInQuickReplies[locale] ?? [];
  const write = (next: string[]) => draft.change({ quickReplies: { ...quickReplies, [locale]: next } });
  const restore = () => {
    const { [locale]: _dropped, ...others } = quickReplies;
    draft.change({ quickReplies: others });
  };
  const wrongList = draft.wrong(`quickReplies.${locale}`);
  const wrongTexts = texts.map((_, at) => draft.wrong(`quickReplies.${locale}.${at}`));
  return (
    <div className="woa-stack woa-narrow">
      <p className="woa-note">{t('settings.quickHint')}</p>
      <SelectField
        label={t('settings.quickLanguage')}
        value={locale}
        onChange={(event) => setLocale(event.target.value as SupportedLocale)}
      >
        {SUPPORTED_LOCALES.map((one) => (
          <option key={one} value={one}>
            {formats.language(one)}
          </option>
        ))}
      </SelectField>
      <ol className="woa-stack" aria-label={t('settings.quick')}>
        {texts.map((text, at) => (
          <li key={at} className="woa-quick-reply">
            <TextField
              label={t('settings.quickText', { place: formats.number(at + 1) })}
              value={text}
              lang={locale}
              dir={directionOf(locale)}
              maxLength={MAX_QUICK_REPLY_LENGTH}
              readOnly={!draft.mayChange}
              onChange={(event) => write(texts.map((one, place) => (place === at ? event.target.value : one)))}
              wrong={wrongTexts[at]}
            />
            {draft.mayChange && (
              <Button
                kind="plain"
                square
                aria-label={`${t('act.remove')} – ${t('settings.quickText', { place: formats.number(at + 1) })}`}
                title={t('act.remove')}
                onClick={() => write(texts.filter((_, place) => place !== at))}
              >
                <Icon name="close" />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {wrongList !== undefined && wrongTexts.every((wrong) => wrong === undefined) && (
        <p className="woa-wrong">{wrongList}</p>
      )}
      <p className="woa-note">
        {own === undefined ? t('settings.quickBuiltIn') : texts.length === 0 ? t('settings.quickNone') : ''}
      </p>
      {draft.mayChange && (
        <div className="woa-actions">
          <Button size="small" disabled={texts.length >= MAX_QUICK_REPLIES} onClick={() => write([...texts, ''])}>
            {t('settings.quickAdd')}
          </Button>
          {own !== undefined && (
            <Button size="small" kind="plain" onClick={restore}>
              {t('settings.quickRestore')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
