import type { OptInView } from '@whatsapp-optin/sdk';
import type { WhatsAppOptInComponents } from './opt-in-components.js';
import { Rich } from './rich.js';
import type { WhatsAppOptIn } from './use-whatsapp-opt-in.js';

export interface CardProps {
  optIn: WhatsAppOptIn;
  components: WhatsAppOptInComponents;
  headingId: string;
}

interface PartProps {
  view: OptInView;
  components: WhatsAppOptInComponents;
}

/** Draws the view, top to bottom; decides nothing. The custom element's card draws the same nodes. */
export function Card({ optIn, components, headingId }: CardProps) {
  const { view } = optIn;
  const part = { view, components };
  return (
    <>
      <Head {...part} headingId={headingId} />
      <Benefits {...part} />
      <Steps {...part} />
      <Choices {...part} optIn={optIn} />
      <Status view={view} />
      <Help {...part} optIn={optIn} />
      <Notes view={view} />
    </>
  );
}

function Head({ view, components: { Heading, Description, Icon }, headingId }: PartProps & { headingId: string }) {
  return (
    <div className="whatsapp-optin-head">
      <span className="whatsapp-optin-mark" aria-hidden="true">
        <Icon name={view.icon} />
      </span>
      <div>
        <Heading id={headingId} className="whatsapp-optin-heading" tabIndex={-1}>
          {view.heading}
        </Heading>
        {view.description && (
          <Description className="whatsapp-optin-text whatsapp-optin-description">
            <Rich text={view.description} />
          </Description>
        )}
      </div>
    </div>
  );
}

function Benefits({ view, components: { Icon } }: PartProps) {
  if (view.benefits.length === 0) return null;
  return (
    <ul className="whatsapp-optin-list whatsapp-optin-benefits" role="list">
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

function Steps({ view, components: { Icon } }: PartProps) {
  if (view.steps.length === 0) return null;
  return (
    <ol className="whatsapp-optin-list whatsapp-optin-steps" role="list" aria-label={view.stepsLabel ?? undefined}>
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

function Choices({ view, components: { Link, Skip, Icon }, optIn }: PartProps & { optIn: WhatsAppOptIn }) {
  if (!view.link && !view.skip) return null;
  return (
    <div className="whatsapp-optin-choices">
      {view.link && (
        <Link className="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link" {...optIn.linkProps}>
          <Icon name="chat" />
          {view.link.label}
        </Link>
      )}
      {view.skip && (
        <Skip className="whatsapp-optin-control whatsapp-optin-secondary whatsapp-optin-skip" {...optIn.skipProps}>
          {view.skip.label}
        </Skip>
      )}
    </div>
  );
}

/** The one polite live region: there before its words, so that they are read when they come. */
export function Status({ view }: { view: OptInView }) {
  return (
    <p className="whatsapp-optin-text whatsapp-optin-status" role="status" data-tone={view.status?.tone}>
      {view.status && (
        <>
          <span className="whatsapp-optin-dot" aria-hidden="true" />
          <span>
            <Rich text={view.status.text} />
          </span>
        </>
      )}
    </p>
  );
}

function Help({ view, components: { Icon }, optIn }: PartProps & { optIn: WhatsAppOptIn }) {
  if (view.actions.length === 0) return null;
  return (
    <ul className="whatsapp-optin-list whatsapp-optin-help" role="list">
      {view.actions.map((action) => {
        const Row = action.href === undefined ? 'button' : 'a';
        return (
          <li key={action.id}>
            <Row
              className="whatsapp-optin-control whatsapp-optin-row"
              data-action={action.id}
              {...optIn.actionProps(action)}
            >
              <Icon name={action.icon} />
              {action.label}
            </Row>
          </li>
        );
      })}
    </ul>
  );
}

function Notes({ view }: { view: OptInView }) {
  if (!view.number && !view.consent) return null;
  return (
    <div className="whatsapp-optin-notes">
      {view.number && (
        <p className="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-number">
          {view.number.label} <Rich text={view.number.text} />
        </p>
      )}
      {view.consent && (
        <p className="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-consent">
          <Rich text={view.consent} />
        </p>
      )}
    </div>
  );
}
