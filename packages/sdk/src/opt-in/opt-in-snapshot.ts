import type { OptInError } from '../contract/errors.js';
import type { OptInState } from '../contract/opt-in-state.js';
import type { Device } from '../device.js';
import { normalizePhoneNumber } from '../phone-number.js';
import type { Translator } from '../translator.js';
import { getOptInView } from './get-opt-in-view.js';
import type { AdoptedOptIn, OptInOptions, OptInSnapshot } from './opt-in.js';
import { staticOffer } from './opt-in-settings.js';

/** What is known of an opt-in at one moment. */
export interface OptInFacts {
  state: OptInState;
  reason: string | null;
  error: OptInError | null;
  /** Made by the server, or adopted. */
  optIn: AdoptedOptIn | null;
  /** Milliseconds since 1970. */
  expiresAt: number | null;
  sessionEndsAt: number | null;
  sessionEnded: boolean;
}

export interface OptInSurroundings {
  options: OptInOptions;
  translator: Translator;
  device: Device | null;
  now: number;
  timeZone: string | undefined;
}

/** Facts → what painters and hosts see. Pure. */
export function getOptInSnapshot(facts: OptInFacts, around: OptInSurroundings): OptInSnapshot {
  const { options, translator, device, now, timeZone } = around;
  const { state, reason, error, optIn, sessionEndsAt } = facts;
  const offer = offerOf(facts, around);
  return {
    state,
    reason,
    error,
    href: offer.href,
    message: offer.message,
    code: optIn?.code ?? null,
    expiresAt: dateOf(facts.expiresAt),
    sessionExpiresAt: dateOf(sessionEndsAt),
    view: getOptInView({
      state,
      translator,
      organizationName: options.organizationName || optIn?.organizationName || null,
      ticketNumber: options.ticketNumber || null,
      phone: offer.phone,
      href: offer.href,
      sameTab: Boolean(device?.inAppBrowser),
      live: Boolean(options.server || options.testState),
      noSkip: Boolean(options.noSkip),
      errorCode: error?.code ?? null,
      sessionEndsAt,
      sessionEnded: facts.sessionEnded,
      now,
      timeZone,
    }),
  };
}

interface Offer {
  phone: string | null;
  message: string | null;
  href: string | null;
}

function offerOf({ state, error, optIn }: OptInFacts, { options, translator, device }: OptInSurroundings): Offer {
  const href = device?.kind === 'desktop' ? optIn?.links?.web : optIn?.links?.universal;
  const phone = optIn?.companyNumber ?? phoneOf(options);
  // A link of another kind than https is not what a server of ours makes.
  if (href && /^https:/i.test(href)) return { phone, message: optIn?.message ?? null, href };
  const withoutServer = !options.server || options.testState || optIn || state === 'failed';
  if (withoutServer && phone && error?.code !== 'WHATSAPP_DISABLED') {
    try {
      return staticOffer({ ...options, phone }, translator, device);
    } catch {
      // The error has been told once, where the opt-in began.
    }
  }
  return { phone, message: null, href: null };
}

function phoneOf({ phone }: OptInOptions): string | null {
  try {
    return phone ? normalizePhoneNumber(phone) : null;
  } catch {
    return null;
  }
}

function dateOf(moment: number | null): Date | null {
  return moment === null ? null : new Date(moment);
}
