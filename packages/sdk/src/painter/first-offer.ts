import type { OptInOptions } from '../opt-in/opt-in.js';
import type { NavigatorLike } from '../runtime-navigator.js';
import type { Translator } from '../translator.js';
import { isDesktop } from './first-device.js';

/** A view inside another app, or what may be one: it opens links in its own way, which comes with the rest. */
const OTHER_APP =
  /; wv\)|FB|Insta|Barcel|Orca|Snap|TikT|musica|Bytedan|Twitt|GSA\/|\[Pin|Line\/|Micro|KAKA|Telegr|Linked/;
/** Far below the 4,096 characters that a message may have; a longer one is for the whole to judge. */
const USUAL_LENGTH = 999;

/** What a card offers at the very beginning. */
export interface FirstOffer {
  /** E.164. */
  readonly phone: string | null;
  readonly message: string | null;
  /** The deep link of this device; `null` while the server is making it. */
  readonly href: string | null;
  readonly target: '_blank' | '_self';
  /** What a QR says. */
  readonly qrText: string | null;
  /** A QR stands beside the link. */
  readonly qrShown: boolean;
  readonly organizationName: string | null;
  readonly ticketNumber: string | null;
  /** The server tells when the message has come. */
  readonly live: boolean;
  /** It is what the whole would offer. Else there is nothing to draw yet. */
  readonly drawable: boolean;
  /** Nothing more need be loaded before the reader acts. */
  readonly whole: boolean;
}

/**
 * The usual case alone. Where anything is rare (a style whose words are not here, a number in other digits) it is not drawable.
 *
 * @param source - `null` on a server
 */
export function firstOffer(options: OptInOptions, { t, locale }: Translator, source: NavigatorLike | null): FirstOffer {
  const { server, optIn, qr, testState, display = 'card', messageStyle = 'branded' } = options;
  const given = optIn?.companyNumber ?? options.phone;
  const digits = /^(?:\+|00)?([1-9]\d{7,14})$/.exec(`${given ?? ''}`.replace(/[ .()-]/g, ''))?.[1];
  const links = /^https:/.test(optIn?.links?.universal ?? '') ? optIn?.links : null;
  const ticketNumber = options.ticketNumber || null;
  const desktop = source !== null && isDesktop(source);
  const inside = OTHER_APP.test(source?.userAgent ?? '');
  const qrShown = qr === 'always' || (desktop && qr !== 'never');
  let drawable = (testState ?? 'idle') === 'idle' && display === 'card' && Boolean(given ? digits : server);
  let message: string | null = null;
  let universal: string | null = null;
  let web: string | null = null;
  if (links) {
    message = optIn?.message ?? null;
    universal = links.universal ?? null;
    web = links.web ?? null;
  } else if (digits && (!server || optIn || testState)) {
    const companyName = `${options.organizationName ?? ''}`;
    const style = !ticketNumber ? 'simple' : companyName || messageStyle === 'simple' ? messageStyle : 'brief';
    message = t(`message.${style}`, { companyName, ticketNumber: `${ticketNumber}` });
    drawable &&= /^(simple|branded|brief)$/.test(messageStyle) && message.length < USUAL_LENGTH;
    // With the u flag it matches lone surrogates only, on which encodeURIComponent would throw.
    const text = encodeURIComponent(message.replace(/[\ud800-\udfff]/gu, '\ufffd'));
    universal = `https://wa.me/${digits}?text=${text}`;
    web = `https://web.whatsapp.com/send?phone=${digits}&text=${text}`;
  }
  // A name that nobody knows is judged, and told, by the rest.
  const isOdd =
    !/^(auto|light|dark|contrast)$/.test(options.theme ?? 'auto') ||
    (options.locale ?? locale).slice(0, 2).toLowerCase() !== locale.slice(0, 2);
  return {
    phone: optIn?.companyNumber ?? (digits ? `+${digits}` : null),
    message,
    href: (desktop && web) || universal,
    target: inside ? '_self' : '_blank',
    qrText: links?.short ?? universal,
    qrShown,
    organizationName: options.organizationName || optIn?.organizationName || null,
    ticketNumber,
    live: Boolean(server || testState),
    drawable,
    whole: drawable && !server && !optIn && !qrShown && !inside && !isOdd,
  };
}
