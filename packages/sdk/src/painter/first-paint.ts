import { detectDeviceKind, type NavigatorLike } from '../device-kind.js';
import { generateWhatsAppLink } from '../deep-link.js';
import { consentTerms } from '../opt-in/consent-terms.js';
import { getIdleView } from '../opt-in/idle-view.js';
import type { OptInOptions, OptInSnapshot } from '../opt-in/opt-in.js';
import { OPT_IN_THEMES } from '../opt-in/opt-in-display.js';
import { knownStyle, staticMessage } from '../opt-in/static-message.js';
import { closestLocale } from '../locales/locales.js';
import type { Translator } from '../translator.js';

/** A view inside another app, or what may be one: it opens links in its own way, which comes with the rest. */
const OTHER_APP =
  /; wv\)|FB|Insta|Barcelona|Orca|Snap|TikTok|musical_|Bytedance|Twitter|GSA\/|\[Pin|Line\/|Micro|KAKAO|Telegram|LinkedIn/;

export interface FirstPaint {
  readonly snapshot: OptInSnapshot;
  /** It is what the whole would say. Else there is nothing to draw yet. */
  readonly drawable: boolean;
  /** Nothing more need be loaded before the reader acts. */
  readonly whole: boolean;
}

/**
 * What `createOptIn` would say of a card at the very beginning, from less code: the real link, the words, nothing else.
 *
 * @param source - `null` on a server
 */
export function firstPaint(options: OptInOptions, translator: Translator, source: NavigatorLike | null): FirstPaint {
  const { server, optIn, display = 'card', qr } = options;
  // The other styles' words are not here yet.
  const style = options.messageStyle ?? 'branded';
  let drawable =
    (options.testState ?? 'idle') === 'idle' &&
    display === 'card' &&
    (!/^(detailed|generic|formal|casual)$/.test(style) || Boolean(server));
  const desktop = source !== null && detectDeviceKind(source) === 'desktop';
  const inside = OTHER_APP.test(source?.userAgent ?? '');
  const links = optIn?.links;
  const linksOfServer = /^https:/.test(links?.universal ?? '') ? links : null;
  let phone: string | null = optIn?.companyNumber ?? null;
  let message: string | null = null;
  let universal: string | null = null;
  let web: string | null = null;
  try {
    if (linksOfServer) {
      ({ universal, web } = linksOfServer);
      message = optIn?.message ?? null;
    } else {
      const words = staticMessage(options, translator);
      phone = words.phone;
      if (!server || optIn || options.testState) {
        message = words.message;
        universal = generateWhatsAppLink(phone, message, { target: 'universal' });
        web = generateWhatsAppLink(phone, message, { target: 'web' });
      }
    }
  } catch {
    // A bad phone counts for nothing where the server knows the right one.
    drawable &&= Boolean(server);
  }
  const href = desktop ? web : universal;
  const organizationName = options.organizationName || optIn?.organizationName || null;
  const ticketNumber = options.ticketNumber || null;
  const view = getIdleView({
    state: 'idle',
    // Even what is missing: it may be planted on every object.
    display: 'card',
    hint: false,
    translator,
    organizationName,
    ticketNumber,
    phone,
    href,
    target: inside ? '_self' : '_blank',
    qrText: linksOfServer?.short ?? universal,
    qrShown: qr === 'always' || (qr !== 'never' && desktop),
    live: Boolean(server || options.testState),
    noSkip: Boolean(options.noSkip),
    errorCode: null,
    sessionEndsAt: null,
    sessionEnded: false,
    now: 0,
    timeZone: undefined,
  });
  const snapshot: OptInSnapshot = {
    state: 'idle',
    reason: null,
    error: null,
    href,
    message,
    code: optIn?.code ?? null,
    optInId: optIn?.id ?? null,
    organizationName,
    ticketNumber,
    companyNumber: phone,
    expiresAt: optIn?.expiresAt ? new Date(optIn.expiresAt) : null,
    sessionExpiresAt: null,
    connectedAt: null,
    dismissed: false,
    consent: consentTerms(translator),
    view,
  };
  // A name that nobody knows is judged, and told, by the rest.
  const odd =
    (options.messageStyle && !knownStyle(options.messageStyle)) ||
    (options.theme && !(OPT_IN_THEMES as readonly string[]).includes(options.theme)) ||
    (options.locale && !options.translator && !closestLocale([options.locale]));
  return { snapshot, drawable, whole: drawable && !server && !optIn && !view.qr && !inside && !odd };
}
