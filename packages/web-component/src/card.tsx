/** @jsxImportSource ./picture */
import type { OptInView, OptInViewLink, OptInViewQr } from '@whatsapp-optin/sdk';
import type { Theme } from './attributes.js';
import type { Drawing, Properties } from './picture/drawing.js';
import { drawnIcon } from './icon.js';
import { rich } from './rich.js';

/** What no first paint has, by its place in the card. */
export interface LaterParts {
  /** Attributes of the outer box, where they differ from those of a card. */
  readonly box?: Properties;
  readonly headless?: boolean;
  readonly hint?: Drawing;
  readonly code?: Drawing;
  readonly status?: Drawing;
  readonly rows?: Drawing;
  readonly panel?: Drawing;
}

/** Without a prototype, on which anything may be planted. */
const NOTHING_LATER = Object.create(null) as LaterParts;

export const HEADING_ID = 'heading';

/**
 * Draws the view, top to bottom; decides nothing. React's card draws the same nodes. What a press does stands in `data-action`:
 * the element listens at its root.
 */
export function card(view: OptInView, theme: Theme, later: LaterParts = NOTHING_LATER): Drawing {
  const { link, skip, qr } = view;
  const place = qr && qrPlace(qr, later.code);
  const isMain = qr?.size === 'main';
  return (
    <section
      class="whatsapp-optin whatsapp-optin-card"
      part="container"
      data-display={view.display}
      data-state={view.state}
      data-icon={view.icon}
      data-qr={qr?.size}
      data-theme={theme}
      lang={view.locale}
      dir={view.dir}
      aria-labelledby={HEADING_ID}
      {...later.box}
    >
      <div class="whatsapp-optin-main">
        {!later.headless && head(view)}
        {view.benefits.length > 0 && benefits(view)}
        {view.steps.length > 0 && steps(view)}
        {later.hint}
        {isMain && place}
        {(link || skip) && (
          <div class="whatsapp-optin-choices">
            {link && linkTo(link)}
            {skip && (
              <button
                type="button"
                class="whatsapp-optin-control whatsapp-optin-secondary whatsapp-optin-skip"
                part="skip"
                data-action={skip.action}
              >
                {skip.label}
              </button>
            )}
          </div>
        )}
        <p class="whatsapp-optin-text whatsapp-optin-status" part="status" role="status" data-tone={view.status?.tone}>
          {later.status}
        </p>
        {later.rows}
        {(view.number || view.consent) && notes(view)}
        <slot name="footer" />
      </div>
      {!isMain && place}
      {later.panel}
    </section>
  );
}

function head({ icon, heading, description }: OptInView): Drawing {
  return (
    <div class="whatsapp-optin-head">
      <span class="whatsapp-optin-mark" aria-hidden="true">
        <slot name="icon">{drawnIcon(icon)}</slot>
      </span>
      <div>
        <h2 id={HEADING_ID} class="whatsapp-optin-heading" part="heading" tabindex="-1">
          <slot name="heading">{heading}</slot>
        </h2>
        {description && (
          <p class="whatsapp-optin-text whatsapp-optin-description" part="description">
            <slot name="description">{rich(description)}</slot>
          </p>
        )}
      </div>
    </div>
  );
}

function benefits(view: OptInView): Drawing {
  return (
    <ul class="whatsapp-optin-list whatsapp-optin-benefits" part="benefits" role="list">
      {view.benefits.map(({ text }) => (
        <li class="whatsapp-optin-benefit">
          {drawnIcon('check')}
          {text}
        </li>
      ))}
    </ul>
  );
}

const STEP_PICTURES = { open: 'chat', send: 'send', return: 'return' } as const;

function steps(view: OptInView): Drawing {
  return (
    <ol class="whatsapp-optin-list whatsapp-optin-steps" part="steps" role="list" aria-label={view.stepsLabel}>
      {view.steps.map((step) => (
        <li class="whatsapp-optin-step" aria-current={step.current && 'step'}>
          <span class="whatsapp-optin-picture">{drawnIcon(STEP_PICTURES[step.id])}</span>
          {step.text}
        </li>
      ))}
    </ol>
  );
}

function linkTo({ href, label, target, rel, busy }: OptInViewLink): Drawing {
  return (
    <a
      class="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link"
      part="link"
      {...(href === null ? { role: 'link', tabindex: '0', 'aria-disabled': 'true' } : { href, target, rel })}
      aria-busy={busy && 'true'}
      data-action="open"
    >
      {drawnIcon('chat')}
      {label}
    </a>
  );
}

/** Its place is kept from the first paint on; the code itself comes later. */
function qrPlace(qr: OptInViewQr, code: Drawing): Drawing {
  return (
    <div class="whatsapp-optin-qr" part="qr" data-size={qr.size}>
      <div class="whatsapp-optin-code">{code}</div>
      <div class="whatsapp-optin-qr-text">
        <p class="whatsapp-optin-text whatsapp-optin-qr-heading">{qr.heading}</p>
        <p class="whatsapp-optin-text whatsapp-optin-qr-caption">{qr.caption}</p>
      </div>
    </div>
  );
}

function notes({ number, consent }: OptInView): Drawing {
  return (
    <div class="whatsapp-optin-notes">
      {number && (
        <p class="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-number" part="number">
          {[number.label, ' ', rich(number.text)]}
        </p>
      )}{' '}
      {consent && (
        <p class="whatsapp-optin-text whatsapp-optin-note whatsapp-optin-consent" part="consent">
          <slot name="consent">{rich(consent)}</slot>
        </p>
      )}
    </div>
  );
}
