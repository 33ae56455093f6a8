import type { RichText } from '@whatsapp-optin/sdk';
import { consent } from '@whatsapp-optin/sdk/painter/first';
import type { ReactNode } from 'react';
import { linkProps } from './link-props.js';
import type { FirstPicture } from './opt-in-store.js';
import type { Framed } from './painted.js';
import { rich } from './rich.js';

/** No text contains it; it marks where the ticket stands. */
const MARK = '\u0001';

/**
 * The card of `idle`, from less code: node for node what `card` draws of it, so that it stays where it is when that comes. No
 * part is a component: a page with a hundred cards pays for each.
 */
export function firstCard(first: FirstPicture, { store, components, headingId, children }: Framed): ReactNode {
  const { Heading, Description, Link, Skip, Icon } = components;
  const { organizationName, ticketNumber, phone } = first;
  const { t } = first.words;
  const about = organizationName ? 'prompt.description' : 'prompt.descriptionTicket';
  const [before, after] = t(about, { organization: organizationName ?? '', ticket: MARK }).split(MARK);
  const description = ticketNumber ? [before, { isolated: ticketNumber }, after] : [organizationName];
  const step = (id: 'open' | 'send' | 'return', name: 'chat' | 'send' | 'return' = id as 'send') => (
    <li key={id} className="whatsapp-optin-step">
      <span className="whatsapp-optin-picture">
        <Icon name={name} />
      </span>
      {t(`steps.${id}`)}
    </li>
  );
  return (
    <>
      <div className="whatsapp-optin-main">
        <div className="whatsapp-optin-head">
          <span className="whatsapp-optin-mark" aria-hidden="true">
            <Icon name="chat" />
          </span>
          <div>
            <Heading id={headingId} className="whatsapp-optin-heading" tabIndex={-1}>
              {t('prompt.heading')}
            </Heading>
            {(ticketNumber ?? organizationName) && (
              <Description className="whatsapp-optin-text whatsapp-optin-description">
                {rich(description as RichText)}
              </Description>
            )}
          </div>
        </div>
        <ul className="whatsapp-optin-list whatsapp-optin-benefits" role="list">
          {(['Ticket', 'Position', 'Almost', 'Turn'] as const).map((name) => (
            <li key={name.toLowerCase()} className="whatsapp-optin-benefit">
              <Icon name="check" />
              {t(`prompt.benefit${name}`)}
            </li>
          ))}
        </ul>
        <ol className="whatsapp-optin-list whatsapp-optin-steps" role="list" aria-label={t('steps.label')}>
          {[step('open', 'chat'), step('send'), step('return')]}
        </ol>
        {null}
        {null}
        <div className="whatsapp-optin-choices">
          <Link
            className="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link"
            {...linkProps(store, first)}
          >
            <Icon name="chat" />
            {t('prompt.link')}
          </Link>
          {!first.noSkip && (
            <Skip
              className="whatsapp-optin-control whatsapp-optin-secondary whatsapp-optin-skip"
              type="button"
              onClick={() => store.call((optIn) => optIn.act('decline'))}
            >
              {t('prompt.skip')}
            </Skip>
          )}
        </div>
        <p className="whatsapp-optin-text whatsapp-optin-status" role="status" />
        {null}
        <div className="whatsapp-optin-notes">
          {phone && (
            <p className="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-number">
              {t('prompt.number')} {rich([{ isolated: phone }])}
            </p>
          )}{' '}
          <p className="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-consent">
            {rich([consent(first.words)])}
          </p>
        </div>
        {children}
      </div>
      {first.qrShown && (
        <div className="whatsapp-optin-qr" data-size="aside">
          <div className="whatsapp-optin-code" />
          <div className="whatsapp-optin-qr-text">
            <p className="whatsapp-optin-text whatsapp-optin-qr-heading">{t('qr.heading')}</p>
            <p className="whatsapp-optin-text whatsapp-optin-qr-caption">
              {t(first.live ? 'qr.caption' : 'qr.captionStatic')}
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** The attributes of the outer element, as the rest will write them. */
export function firstFrame({ words, qrShown }: FirstPicture, headingId: string) {
  return {
    'aria-labelledby': headingId,
    className: 'whatsapp-optin whatsapp-optin-card',
    style: undefined,
    'data-display': 'card',
    'data-state': 'idle',
    'data-icon': 'chat',
    'data-qr': qrShown ? 'aside' : undefined,
    lang: words.locale,
    dir: words.dir,
  };
}
