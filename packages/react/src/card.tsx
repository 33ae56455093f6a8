import type { ReactNode } from 'react';
import { HelpPanel } from './help-panel.js';
import { linkProps } from './link-props.js';
import { dress, type Painted } from './painted.js';
import { QrCode } from './qr-code.js';
import { rich } from './rich.js';
import { rows } from './rows.js';
import { statusText } from './status-text.js';

const STEP_PICTURES = { open: 'chat', send: 'send', return: 'return' } as const;

/**
 * Draws the view, top to bottom; decides nothing. The custom element's card draws the same nodes, and so does `firstCard`, whose
 * nodes it takes over: the same elements at the same places, under the same keys.
 */
export function card(painted: Painted): ReactNode {
  const { view, store, headingId, components, children } = painted;
  const { Heading, Description, Link, Skip, Icon } = components;
  const { benefits, steps, link, skip, status, number, consent, description, hint } = view;
  const isAside = view.qr?.size === 'aside';
  const code = view.qr && (
    <div {...dress(painted, 'qr')} data-size={view.qr.size}>
      <div className="whatsapp-optin-code">
        <QrCode qr={view.qr} />
      </div>
      <div className="whatsapp-optin-qr-text">
        <p className="whatsapp-optin-text whatsapp-optin-qr-heading">{view.qr.heading}</p>
        <p className="whatsapp-optin-text whatsapp-optin-qr-caption">{view.qr.caption}</p>
      </div>
    </div>
  );
  return (
    <>
      <div className="whatsapp-optin-main">
        {view.display !== 'button' && (
          <div className="whatsapp-optin-head">
            <span className="whatsapp-optin-mark" aria-hidden="true">
              <Icon name={view.icon} />
            </span>
            <div>
              <Heading id={headingId} {...dress(painted, 'heading')} tabIndex={-1}>
                {view.heading}
              </Heading>
              {description && (
                <Description {...dress(painted, 'description', 'text description')}>{rich(description)}</Description>
              )}
            </div>
          </div>
        )}
        {benefits.length > 0 && (
          <ul {...dress(painted, 'benefits', 'list benefits')} role="list">
            {benefits.map(({ id, text }) => (
              <li key={id} className="whatsapp-optin-benefit">
                <Icon name="check" />
                {text}
              </li>
            ))}
          </ul>
        )}
        {steps.length > 0 && (
          <ol {...dress(painted, 'steps', 'list steps')} role="list" aria-label={view.stepsLabel ?? undefined}>
            {steps.map(({ id, text, current }) => (
              <li key={id} className="whatsapp-optin-step" aria-current={current ? 'step' : undefined}>
                <span className="whatsapp-optin-picture">
                  <Icon name={STEP_PICTURES[id]} />
                </span>
                {text}
              </li>
            ))}
          </ol>
        )}
        {hint && <p {...dress(painted, 'hint', 'text hint')}>{rich(hint)}</p>}
        {!isAside && code}
        {(link ?? skip) && (
          <div className="whatsapp-optin-choices">
            {link && (
              <Link {...dress(painted, 'link', 'control primary link')} {...linkProps(store, link)}>
                <Icon name="chat" />
                {link.label}
              </Link>
            )}
            {skip && (
              <Skip
                {...dress(painted, 'skip', 'control secondary skip')}
                type="button"
                onClick={() => store.call((optIn) => optIn.act('decline'))}
              >
                {skip.label}
              </Skip>
            )}
          </div>
        )}
        {/* The one polite live region: there before its words, so that they are read when they come. */}
        <p {...dress(painted, 'status', 'text status')} role="status" data-tone={status?.tone}>
          {statusText(view)}
        </p>
        {rows(painted, view.actions)}
        {(number ?? consent) && (
          <div className="whatsapp-optin-notes">
            {number && (
              <p {...dress(painted, 'number', 'text note number')}>
                {number.label} {rich(number.text)}
              </p>
            )}{' '}
            {consent && <p {...dress(painted, 'consent', 'text note consent')}>{rich(consent)}</p>}
          </div>
        )}
        {children}
      </div>
      {isAside && code}
      {view.help?.open && <HelpPanel {...painted} help={view.help} />}
    </>
  );
}
