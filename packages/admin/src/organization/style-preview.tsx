import { SUPPORTED_LOCALES, directionOf, getPrewrittenMessage } from '@whatsapp-optin/sdk';
import { MESSAGE_STYLES, type MessageStyle } from '@whatsapp-optin/sdk/contract';
import { useId } from 'react';
import { useWords } from '../words/use-words.js';

interface StylePreviewProps {
  companyName: string;
  style: MessageStyle;
  onChange: (style: MessageStyle) => void;
  disabled: boolean;
}

const TICKET = { number: 'A001' };
const CODE = 'K7Q2-M9XW-4T3H';

/** The styles of the pre-written message, and the chosen one in every language, as a customer's WhatsApp would show it. */
export function StylePreview({ companyName, style, onChange, disabled }: StylePreviewProps) {
  const { t, named, formats, locale: reader } = useWords();
  const group = useId();
  const textOf = (messageStyle: MessageStyle, locale: string) =>
    getPrewrittenMessage({ name: companyName, messageStyle }, TICKET, { locale });
  return (
    <div className="woa-columns">
      <fieldset className="woa-stack" disabled={disabled}>
        <legend className="woa-label">{t('settings.messageStyle')}</legend>
        {MESSAGE_STYLES.map((one) => (
          <div className="woa-check" key={one}>
            <input
              type="radio"
              id={`${group}-${one}`}
              name={group}
              checked={one === style}
              onChange={() => onChange(one)}
              aria-describedby={`${group}-${one}-text`}
            />
            <div>
              <label className="woa-label" htmlFor={`${group}-${one}`}>
                {named('messageStyle', one)}
              </label>
              <p className="woa-note" id={`${group}-${one}-text`} lang={reader}>
                <bdi>{textOf(one, reader)}</bdi>
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <figure>
        <figcaption className="woa-label">{t('settings.everyLocale')}</figcaption>
        <dl>
          {SUPPORTED_LOCALES.map((locale) => (
            <div className="woa-preview-row" key={locale}>
              <dt className="woa-note">{formats.language(locale)}</dt>
              <dd>
                <span className="woa-bubble" lang={locale} dir={directionOf(locale)}>
                  {getPrewrittenMessage({ name: companyName, messageStyle: style }, TICKET, { locale, code: CODE })}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </figure>
    </div>
  );
}
