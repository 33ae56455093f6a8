/** @jsxImportSource preact */
import type { OptInAction, OptInView, OptInViewLink } from '@whatsapp-optin/sdk';
import type { Theme } from './attributes.js';
import { Icon } from './icon.js';
import { Rich } from './rich.js';

export interface CardProps {
  view: OptInView;
  theme: Theme;
  /** A link to WhatsApp is about to be followed. */
  onFollow: (event: MouseEvent, href: string) => void;
  onAction: (action: OptInAction) => void;
}

export const HEADING_ID = 'heading';

/** Draws the view, top to bottom; decides nothing. React's card draws the same nodes. */
export function Card({ view, theme, onFollow, onAction }: CardProps) {
  return (
    <section
      class="whatsapp-optin whatsapp-optin-card"
      part="container"
      data-state={view.state}
      data-icon={view.icon}
      data-theme={theme}
      lang={view.locale}
      dir={view.dir}
      aria-labelledby={HEADING_ID}
    >
      <Head view={view} />
      <Benefits view={view} />
      <Steps view={view} />
      {(view.link || view.skip) && (
        <div class="whatsapp-optin-choices">
          {view.link && <Link link={view.link} onFollow={onFollow} />}
          {view.skip && (
            <button
              type="button"
              class="whatsapp-optin-control whatsapp-optin-secondary whatsapp-optin-skip"
              part="skip"
              onClick={() => onAction('decline')}
            >
              {view.skip.label}
            </button>
          )}
        </div>
      )}
      <p class="whatsapp-optin-text whatsapp-optin-status" part="status" role="status" data-tone={view.status?.tone}>
        {view.status && (
          <>
            <span class="whatsapp-optin-dot" aria-hidden="true" />
            <span>
              <Rich text={view.status.text} />
            </span>
          </>
        )}
      </p>
      <Help view={view} onFollow={onFollow} onAction={onAction} />
      {/* Where neither a link nor a way on is left, the page's own link shows again. */}
      {view.state === 'failed' && !view.link && <slot />}
      <Notes view={view} />
      <slot name="footer" />
    </section>
  );
}

function Head({ view }: { view: OptInView }) {
  return (
    <div class="whatsapp-optin-head">
      <span class="whatsapp-optin-mark" aria-hidden="true">
        <slot name="icon">
          <Icon name={view.icon} />
        </slot>
      </span>
      <div>
        <h2 id={HEADING_ID} class="whatsapp-optin-heading" part="heading" tabIndex={-1}>
          <slot name="heading">{view.heading}</slot>
        </h2>
        {view.description && (
          <p class="whatsapp-optin-text whatsapp-optin-description" part="description">
            <slot name="description">
              <Rich text={view.description} />
            </slot>
          </p>
        )}
      </div>
    </div>
  );
}

function Benefits({ view }: { view: OptInView }) {
  if (view.benefits.length === 0) return null;
  return (
    <ul class="whatsapp-optin-list whatsapp-optin-benefits" part="benefits" role="list">
      {view.benefits.map((benefit) => (
        <li key={benefit.id} class="whatsapp-optin-benefit">
          <Icon name="check" />
          {benefit.text}
        </li>
      ))}
    </ul>
  );
}

const STEP_PICTURES = { open: 'chat', send: 'send', return: 'return' } as const;

function Steps({ view }: { view: OptInView }) {
  if (view.steps.length === 0) return null;
  return (
    <ol
      class="whatsapp-optin-list whatsapp-optin-steps"
      part="steps"
      role="list"
      aria-label={view.stepsLabel ?? undefined}
    >
      {view.steps.map((step) => (
        <li key={step.id} class="whatsapp-optin-step" aria-current={step.current ? 'step' : undefined}>
          <span class="whatsapp-optin-picture">
            <Icon name={STEP_PICTURES[step.id]} />
          </span>
          {step.text}
        </li>
      ))}
    </ol>
  );
}

function Link({ link, onFollow }: { link: OptInViewLink; onFollow: CardProps['onFollow'] }) {
  const { href } = link;
  return (
    <a
      class="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link"
      part="link"
      {...(href === null
        ? { role: 'link', tabIndex: 0, 'aria-disabled': 'true' as const }
        : { href, target: link.target, rel: link.rel, ...followers(href, onFollow) })}
      aria-busy={link.busy ? 'true' : undefined}
    >
      <Icon name="chat" />
      {link.label}
    </a>
  );
}

function Help({ view, onFollow, onAction }: Omit<CardProps, 'theme'>) {
  if (view.actions.length === 0) return null;
  return (
    <ul class="whatsapp-optin-list whatsapp-optin-help" part="help" role="list">
      {view.actions.map(({ id, label, icon, href }) => {
        const row = { class: 'whatsapp-optin-control whatsapp-optin-row', part: 'help-action', 'data-action': id };
        const content = (
          <>
            <Icon name={icon} />
            {label}
          </>
        );
        return (
          <li key={id}>
            {href === undefined ? (
              <button {...row} type="button" onClick={() => onAction(id)}>
                {content}
              </button>
            ) : (
              <a {...row} href={href} target="_blank" rel="noopener" {...followers(href, onFollow)}>
                {content}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Notes({ view }: { view: OptInView }) {
  if (!view.number && !view.consent) return null;
  return (
    <div class="whatsapp-optin-notes">
      {view.number && (
        <p class="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-number" part="number">
          {view.number.label} <Rich text={view.number.text} />
        </p>
      )}
      {view.consent && (
        <p class="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-consent" part="consent">
          <slot name="consent">
            <Rich text={view.consent} />
          </slot>
        </p>
      )}
    </div>
  );
}

/** A middle click opens the link too, and tells of it by `auxclick` alone. */
function followers(href: string, onFollow: CardProps['onFollow']) {
  return {
    onClick: (event: MouseEvent) => onFollow(event, href),
    onAuxClick: (event: MouseEvent) => {
      if (event.button === 1) onFollow(event, href);
    },
  };
}
