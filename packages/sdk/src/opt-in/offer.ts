import { MESSAGE_STYLES, type MessageStyle } from '../contract/message-style.js';
import { OptInError } from '../contract/errors.js';
import { generateWhatsAppLink } from '../deep-link.js';
import type { Device } from '../device.js';
import { formatOptInMessage } from '../messages/opt-in-message.js';
import { normalizePhoneNumber } from '../phone-number.js';
import type { Translator } from '../translator.js';
import { openingStrategy } from './opening-strategy.js';
import type { AdoptedOptIn, OptInOptions } from './opt-in.js';
import type { OptInWays } from './opt-in-view-input.js';

/** What leads to WhatsApp. */
export interface Offer {
  phone: string | null;
  message: string | null;
  href: string | null;
  qrText: string | null;
  ways: OptInWays;
}

/** @returns what an opt-in of the server offers; `null` where it has no link of a kind that ours makes. */
export function serverOffer(optIn: AdoptedOptIn, device: Device | null): Offer | null {
  const { universal, app, web, short } = optIn.links ?? {};
  if (!isHttps(universal)) return null;
  const links = {
    universal,
    app: /^whatsapp:/i.test(app ?? '') ? app : undefined,
    web: isHttps(web) ? web : undefined,
  };
  return {
    phone: optIn.companyNumber ?? null,
    message: optIn.message ?? null,
    qrText: /^https?:/i.test(short ?? '') ? (short ?? null) : universal,
    ...hrefOf(links, device),
  };
}

/**
 * What can be offered without a server: the message without a code, and its link.
 *
 * @throws OptInError `MISSING_OPTION`, `INVALID_PHONE_NUMBER`, `MESSAGE_TOO_LONG`
 */
export function staticOffer(options: OptInOptions, translator: Translator, device: Device | null): Offer {
  if (!options.phone) throw new OptInError('MISSING_OPTION', 'Give phone, or server.');
  const phone = normalizePhoneNumber(options.phone);
  const message = formatOptInMessage(translator, {
    style: messageStyleOf(options),
    companyName: String(options.organizationName ?? ''),
    ticketNumber: String(options.ticketNumber ?? ''),
  });
  const [universal, app, web] = (['universal', 'app', 'web'] as const).map((target) =>
    generateWhatsAppLink(phone, message, { target }),
  );
  return { phone, message, qrText: universal ?? null, ...hrefOf({ universal, app, web }, device) };
}

function hrefOf(links: OptInWays, device: Device | null): Pick<Offer, 'href' | 'ways'> {
  const { form } = openingStrategy(device);
  const { universal = null, app, web } = links;
  const href = form === 'web' ? (web ?? universal) : form === 'intent' ? (intentLink(links) ?? universal) : universal;
  const business = device?.os === 'android' ? intentLink(links, 'com.whatsapp.w4b') : undefined;
  return {
    href,
    ways: { universal: universal ?? undefined, app, web: device?.kind === 'mobile' ? undefined : web, business },
  };
}

/** Android's form of the app link. Without a package it opens whichever WhatsApp is there; with one, that alone. */
function intentLink({ universal, app }: OptInWays, appPackage?: string): string | undefined {
  if (!app || !universal) return undefined;
  const name = appPackage ? `package=${appPackage};` : '';
  const fallback = `S.browser_fallback_url=${encodeURIComponent(universal)};`;
  return `intent${app.slice(app.indexOf(':'))}#Intent;scheme=whatsapp;${name}${fallback}end`;
}

/** The style asked for, else `branded`; one that needs no name or ticket where there is none. An unknown one counts as none. */
function messageStyleOf({ messageStyle, organizationName, ticketNumber }: OptInOptions): MessageStyle {
  const asked = knownStyle(messageStyle) ?? 'branded';
  if (!ticketNumber) return asked === 'generic' ? asked : 'simple';
  if (!organizationName) return asked === 'simple' || asked === 'generic' ? asked : 'brief';
  return asked;
}

export function knownStyle(style: unknown): MessageStyle | undefined {
  return MESSAGE_STYLES.find((known) => known === style);
}

function isHttps(link: string | undefined): link is string {
  return /^https:/i.test(link ?? '');
}
