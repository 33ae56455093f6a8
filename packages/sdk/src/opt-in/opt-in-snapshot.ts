import type { OptInError } from '../contract/errors.js';
import type { OptInState } from '../contract/opt-in-state.js';
import type { Device } from '../device.js';
import { normalizePhoneNumber } from '../phone-number.js';
import type { Translator } from '../translator.js';
import { consentTerms } from './consent-terms.js';
import { serverOffer, staticOffer, type Offer } from './offer.js';
import { openingStrategy } from './opening-strategy.js';
import type { AdoptedOptIn, ConsentTerms, OptInSnapshot } from './opt-in.js';
import type { OptInDisplay } from './opt-in-display.js';
import type { QrMode } from './qr-mode.js';
import type { OptInView } from './opt-in-view.js';
import type { OptInNotice, OptInViewInput } from './opt-in-view-input.js';
import type { OwnOptions } from './own-options.js';

/** Everything that an opt-in remembers, beside its options. */
export interface OptInContext {
  state: OptInState;
  reason: string | null;
  error: OptInError | null;
  /** Made by the server, or adopted. */
  optIn: AdoptedOptIn | null;
  /** Milliseconds since 1970. */
  expiresAt: number | null;
  sessionEndsAt: number | null;
  sessionEnded: boolean;
  /** When this page received `connected`, in milliseconds since 1970. */
  connectedAt: number | null;
  dismissed: boolean;
  /** The terms that were sent to the server, with their hash. */
  agreed: ConsentTerms | null;
  helpOpen: boolean;
  notice: OptInNotice | null;
  /** The customer showed or hid the QR; `null`: the QR mode decides. */
  qrAsked: boolean | null;
  /** A kiosk waits for the next customer: the last one's ticket is hidden. */
  cleared: boolean;
}

export const INITIAL_CONTEXT: OptInContext = {
  state: 'idle',
  reason: null,
  error: null,
  optIn: null,
  expiresAt: null,
  sessionEndsAt: null,
  sessionEnded: false,
  connectedAt: null,
  dismissed: false,
  agreed: null,
  helpOpen: false,
  notice: null,
  qrAsked: null,
  cleared: false,
};

export interface OptInSurroundings {
  options: OwnOptions;
  display: OptInDisplay;
  qr: QrMode;
  translator: Translator;
  device: Device | null;
  offline: boolean;
  now: number;
  timeZone: string | undefined;
}

/** Context → snapshot. Pure. `viewOf` makes the view: of all states, or of `idle` alone. */
export function getOptInSnapshot(
  context: OptInContext,
  around: OptInSurroundings,
  viewOf: (input: OptInViewInput) => OptInView,
): OptInSnapshot {
  const { options, translator, device, display, now, timeZone } = around;
  const { state, reason, error, optIn, sessionEndsAt } = context;
  const offer = offerOf(context, around);
  const organizationName = options.organizationName || optIn?.organizationName || null;
  const ticketNumber = (!context.cleared && options.ticketNumber) || null;
  const { target, hint } = openingStrategy(device);
  return {
    state,
    reason,
    error,
    href: offer.href,
    message: offer.message,
    code: optIn?.code ?? null,
    optInId: optIn?.id ?? null,
    organizationName,
    ticketNumber,
    companyNumber: offer.phone,
    expiresAt: dateOf(context.expiresAt),
    sessionExpiresAt: dateOf(sessionEndsAt),
    connectedAt: dateOf(context.connectedAt),
    dismissed: context.dismissed,
    consent: context.agreed ?? consentTerms(translator, display),
    view: viewOf({
      state,
      display,
      translator,
      organizationName,
      ticketNumber,
      phone: offer.phone,
      message: offer.message,
      href: offer.href,
      target,
      hint,
      ways: offer.ways,
      qrText: offer.qrText,
      qrShown: context.qrAsked ?? isQrWanted(around),
      helpOpen: context.helpOpen,
      notice: context.notice,
      receipt: context.agreed !== null || options.testState === 'connected',
      live: Boolean(options.server || options.testState),
      offline: around.offline,
      noSkip: Boolean(options.noSkip),
      errorCode: error?.code ?? null,
      sessionEndsAt,
      sessionEnded: context.sessionEnded,
      now,
      timeZone,
    }),
  };
}

function isQrWanted({ qr, display, device }: OptInSurroundings): boolean {
  if (qr !== 'auto') return qr === 'always';
  return device?.kind === 'desktop' && display !== 'bar' && display !== 'button';
}

function offerOf({ state, error, optIn }: OptInContext, { options, translator, device }: OptInSurroundings): Offer {
  const phone = optIn?.companyNumber ?? phoneOf(options);
  const made = optIn && serverOffer(optIn, device);
  if (made) return { ...made, phone };
  const withoutServer = !options.server || options.testState || optIn || state === 'failed';
  if (withoutServer && phone && error?.code !== 'WHATSAPP_DISABLED') {
    try {
      return staticOffer({ ...options, phone }, translator, device);
    } catch {
      // The controller has reported this error at the start.
    }
  }
  return { phone, message: null, href: null, qrText: null, ways: {} };
}

function phoneOf({ phone }: OwnOptions): string | null {
  try {
    return phone ? normalizePhoneNumber(phone) : null;
  } catch {
    return null;
  }
}

function dateOf(moment: number | null): Date | null {
  return moment === null ? null : new Date(moment);
}
