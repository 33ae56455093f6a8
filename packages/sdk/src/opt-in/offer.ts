import { generateWhatsAppLink } from '../deep-link.js';
import type { Device } from '../device.js';
import type { Translator } from '../translator.js';
import { openingStrategy } from './opening-strategy.js';
import type { AdoptedOptIn } from './opt-in.js';
import type { OptInWays } from './opt-in-view-input.js';
import type { OwnOptions } from './own-options.js';
import { staticMessage } from './static-message.js';
import { isSecureOrLocal, isWhatsAppApp, isWhatsAppSite } from './web-address.js';

/** The ways to WhatsApp: number, message and addresses. */
export interface Offer {
  phone: string | null;
  message: string | null;
  href: string | null;
  qrText: string | null;
  ways: OptInWays;
}

/**
 * What an opt-in of the server offers. Only addresses of WhatsApp become links; the short one, which the server itself answers, may
 * have any place.
 *
 * @returns `null` without a universal link.
 */
export function serverOffer(optIn: AdoptedOptIn, device: Device | null): Offer | null {
  const { universal, app, web, short } = optIn.links ?? {};
  if (!isWhatsAppSite(universal)) return null;
  const links = {
    universal,
    app: isWhatsAppApp(app) ? app : undefined,
    web: isWhatsAppSite(web) ? web : undefined,
  };
  return {
    phone: optIn.companyNumber ?? null,
    message: optIn.message ?? null,
    qrText: isSecureOrLocal(short) ? short : universal,
    ...hrefOf(links, device),
  };
}

/** @throws OptInError as `staticMessage` and `generateWhatsAppLink` do. */
export function staticOffer(options: OwnOptions, translator: Translator, device: Device | null): Offer {
  const { phone, message } = staticMessage(options, translator);
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
