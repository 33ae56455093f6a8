import type { ReactNode } from 'react';
import { HelpPanel } from './help-panel.js';
import { dress, type Painted } from './painted.js';
import { Qr } from './qr.js';
import { Rich } from './rich.js';
import { Rows } from './rows.js';

/** Draws the view, top to bottom; decides nothing. The custom element's card draws the same nodes. */
export function Card({ children, ...painted }: Painted & { children?: ReactNode }) {
  const { view, appearance } = painted;
  const qr = view.qr && <Qr qr={view.qr} appearance={appearance} />;
  return (
    <>
      <div className="whatsapp-optin-main">
        {view.display !== 'button' && <Head {...painted} />}
        <Benefits {...painted} />
        <Steps {...painted} />
        {view.hint && (
          <p {...dress(painted, 'hint', 'whatsapp-optin-text whatsapp-optin-hint')}>
            <Rich text={view.hint} />
          </p>
        )}
        {view.qr?.size === 'main' && qr}
        <Choices {...painted} />
        <Status {...painted} />
        <Rows {...painted} rows={view.actions} />
        <Notes {...painted} />
        {children}
      </div>
      {view.qr?.size === 'aside' && qr}
      {view.help?.open && <HelpPanel {...painted} help={view.help} />}
    </>
  );
}

function Head(painted: Painted) {
  const { view, headingId } = painted;
  const { Heading, Description, Icon } = painted.components;
  return (
    <div className="whatsapp-optin-head">
      <span className="whatsapp-optin-mark" aria-hidden="true">
        <Icon name={view.icon} />
      </span>
      <div>
        <Heading id={headingId} {...dress(painted, 'heading', 'whatsapp-optin-heading')} tabIndex={-1}>
          {view.heading}
        </Heading>
        {view.description && (
          <Description {...dress(painted, 'description', 'whatsapp-optin-text whatsapp-optin-description')}>
            <Rich text={view.description} />
          </Description>
        )}
      </div>
    </div>
  );
}

function Benefits(painted: Painted) {
  const { view, components } = painted;
  const { Icon } = components;
  if (view.benefits.length === 0) return null;
  return (
    <ul {...dress(painted, 'benefits', 'whatsapp-optin-list whatsapp-optin-benefits')} role="list">
      {view.benefits.map((benefit) => (
        <li key={benefit.id} className="whatsapp-optin-benefit">
          <Icon name="check" />
          {benefit.text}
        </li>
      ))}
    </ul>
  );
}

const STEP_PICTURES = { open: 'chat', send: 'send', return: 'return' } as const;

function Steps(painted: Painted) {
  const { view, components } = painted;
  const { Icon } = components;
  if (view.steps.length === 0) return null;
  return (
    <ol
      {...dress(painted, 'steps', 'whatsapp-optin-list whatsapp-optin-steps')}
      role="list"
      aria-label={view.stepsLabel ?? undefined}
    >
      {view.steps.map((step) => (
        <li key={step.id} className="whatsapp-optin-step" aria-current={step.current ? 'step' : undefined}>
          <span className="whatsapp-optin-picture">
            <Icon name={STEP_PICTURES[step.id]} />
          </span>
          {step.text}
        </li>
      ))}
    </ol>
  );
}

function Choices(painted: Painted) {
  const { view, optIn, components } = painted;
  const { Link, Skip, Icon } = components;
  if (!view.link && !view.skip) return null;
  const control = 'whatsapp-optin-control';
  return (
    <div className="whatsapp-optin-choices">
      {view.link && (
        <Link {...dress(painted, 'link', `${control} whatsapp-optin-primary whatsapp-optin-link`)} {...optIn.linkProps}>
          <Icon name="chat" />
          {view.link.label}
        </Link>
      )}
      {view.skip && (
        <Skip
          {...dress(painted, 'skip', `${control} whatsapp-optin-secondary whatsapp-optin-skip`)}
          {...optIn.skipProps}
        >
          {view.skip.label}
        </Skip>
      )}
    </div>
  );
}

/** The one polite live region: there before its words, so that they are read when they come. */
export function Status({ unseen = false, ...painted }: Pick<Painted, 'view' | 'appearance'> & { unseen?: boolean }) {
  const { status } = painted.view;
  const className = `whatsapp-optin-text ${unseen ? 'whatsapp-optin-unseen' : 'whatsapp-optin-status'}`;
  return (
    <p {...dress(painted, 'status', className)} role="status" data-tone={status?.tone}>
      {status && (
        <>
          <span className="whatsapp-optin-dot" aria-hidden="true" />
          <span>
            <Rich text={status.text} />
          </span>
        </>
      )}
    </p>
  );
}

function Notes(painted: Painted) {
  const { number, consent } = painted.view;
  if (!number && !consent) return null;
  const note = 'whatsapp-optin-text whatsapp-optin-note';
  return (
    <div className="whatsapp-optin-notes">
      {number && (
        <p {...dress(painted, 'number', `${note} whatsapp-optin-number`)}>
          {number.label} <Rich text={number.text} />
        </p>
      )}{' '}
      {consent && (
        <p {...dress(painted, 'consent', `${note} whatsapp-optin-consent`)}>
          <Rich text={consent} />
        </p>
      )}
    </div>
  );
}
