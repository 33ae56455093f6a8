/** @jsxImportSource ./picture */
import type { OptInView, OptInViewLink } from '@whatsapp-optin/sdk';
import type { Theme } from './attributes.js';
import type { Drawing } from './picture/drawing.js';
import { Icon } from './icon.js';
import { rich } from './rich.js';

export interface CardProps {
  view: OptInView;
  theme: Theme;
  /** Parts that come after the first paint, by their place. */
  later?: { qr?: Drawing; status?: Drawing; rows?: Drawing; panel?: Drawing };
}

export const HEADING_ID = 'heading';

/**
 * Draws the view, top to bottom; decides nothing. React's card draws the same nodes. What a press does stands in `data-action`:
 * the element listens at its root.
 */
export function Card({ view, theme, later = {} }: CardProps) {
  const isButton = view.display === 'button';
  const main = view.qr?.size === 'main';
  return (
    <section
      class="whatsapp-optin whatsapp-optin-card"
      part={view.launcher ? 'card' : 'container'}
      data-display={view.display}
      data-state={view.state}
      data-icon={view.icon}
      data-qr={view.qr?.size}
      data-theme={theme}
      lang={view.locale}
      dir={view.dir}
      aria-labelledby={!isButton && !view.launcher && HEADING_ID}
      aria-label={isButton && view.heading}
    >
      <div class="whatsapp-optin-main">
        {!isButton && <Head view={view} />}
        {view.benefits.length > 0 && <Benefits view={view} />}
        {view.steps.length > 0 && <Steps view={view} />}
        {view.hint && (
          <p class="whatsapp-optin-text whatsapp-optin-hint" part="hint">
            {rich(view.hint)}
          </p>
        )}
        {main && <Qr view={view}>{later.qr}</Qr>}
        {(view.link || view.skip) && (
          <div class="whatsapp-optin-choices">
            {view.link && <Link link={view.link} />}
            {view.skip && (
              <button
                type="button"
                class="whatsapp-optin-control whatsapp-optin-secondary whatsapp-optin-skip"
                part="skip"
                data-action={view.skip.action}
              >
                {view.skip.label}
              </button>
            )}
          </div>
        )}
        <p class="whatsapp-optin-text whatsapp-optin-status" part="status" role="status" data-tone={view.status?.tone}>
          {later.status}
        </p>
        {later.rows}
        {/* Where neither a link nor a way on is left, the page's own link shows again. */}
        {view.state === 'failed' && !view.link && <slot />}
        {(view.number || view.consent) && <Notes view={view} />}
        <slot name="footer" />
      </div>
      {view.qr && !main && <Qr view={view}>{later.qr}</Qr>}
      {later.panel}
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
        <h2 id={HEADING_ID} class="whatsapp-optin-heading" part="heading" tabindex="-1">
          <slot name="heading">{view.heading}</slot>
        </h2>
        {view.description && (
          <p class="whatsapp-optin-text whatsapp-optin-description" part="description">
            <slot name="description">{rich(view.description)}</slot>
          </p>
        )}
      </div>
    </div>
  );
}

function Benefits({ view }: { view: OptInView }) {
  return (
    <ul class="whatsapp-optin-list whatsapp-optin-benefits" part="benefits" role="list">
      {view.benefits.map(({ text }) => (
        <li class="whatsapp-optin-benefit">
          <Icon name="check" />
          {text}
        </li>
      ))}
    </ul>
  );
}

const STEP_PICTURES = { open: 'chat', send: 'send', return: 'return' } as const;

function Steps({ view }: { view: OptInView }) {
  return (
    <ol class="whatsapp-optin-list whatsapp-optin-steps" part="steps" role="list" aria-label={view.stepsLabel}>
      {view.steps.map((step) => (
        <li class="whatsapp-optin-step" aria-current={step.current && 'step'}>
          <span class="whatsapp-optin-picture">
            <Icon name={STEP_PICTURES[step.id]} />
          </span>
          {step.text}
        </li>
      ))}
    </ol>
  );
}

function Link({ link: { href, label, target, rel, busy } }: { link: OptInViewLink }) {
  return (
    <a
      class="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link"
      part="link"
      {...(href === null ? { role: 'link', tabindex: '0', 'aria-disabled': 'true' } : { href, target, rel })}
      aria-busy={busy && 'true'}
      data-action="open"
    >
      <Icon name="chat" />
      {label}
    </a>
  );
}

/** Its place is kept from the first paint on; the code itself comes later. */
function Qr({ view: { qr }, children }: { view: OptInView; children?: Drawing }) {
  return (
    <div class="whatsapp-optin-qr" part="qr" data-size={qr?.size}>
      <div class="whatsapp-optin-code">{children}</div>
      <div class="whatsapp-optin-qr-text">
        <p class="whatsapp-optin-text whatsapp-optin-qr-heading">{qr?.heading}</p>
        <p class="whatsapp-optin-text whatsapp-optin-qr-caption">{qr?.caption}</p>
      </div>
    </div>
  );
}

function Notes({ view }: { view: OptInView }) {
  return (
    <div class="whatsapp-optin-notes">
      {view.number && (
        <p class="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-number" part="number">
          {[view.number.label, ' ', rich(view.number.text)]}
        </p>
      )}{' '}
      {view.consent && (
        <p class="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-consent" part="consent">
          <slot name="consent">{rich(view.consent)}</slot>
        </p>
      )}
    </div>
  );
}
