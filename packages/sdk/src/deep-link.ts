import { MESSAGE_LENGTH_RULE, OptInError } from './contract/errors.js';
import type { Device } from './device.js';
import { detectDeviceKind, type DeviceKind } from './device-kind.js';
import { parsePhoneNumber } from './phone-number.js';
import { runtimeNavigator } from './runtime-navigator.js';

/** Options of `generateWhatsAppLink`. */
export interface WhatsAppLinkOptions {
  /** The customer's device. Only its kind is read. @default the device of `globalThis.navigator` */
  device?: Device | undefined;
  /** @default 'auto' — `web` on a desktop, else `universal` */
  target?: 'auto' | 'universal' | 'app' | 'web' | undefined;
}

const MAX_TEXT_LENGTH = 4_096;
const MAX_LINK_LENGTH = 8_192;

/**
 * The address that opens a chat with this number, the message written but not sent.
 *
 * @param message - at most 4,096 characters; encoded once, lone surrogates become U+FFFD. May be empty.
 * @throws OptInError `INVALID_PHONE_NUMBER`; `MESSAGE_TOO_LONG`; `MISSING_OPTION` where the message is no text.
 */
export function generateWhatsAppLink(phoneNumber: string, message: string, options?: WhatsAppLinkOptions): string {
  const digits = parsePhoneNumber(phoneNumber);
  if (typeof message !== 'string') throw new OptInError('MISSING_OPTION', 'message must be a string.');
  // The first check avoids counting the characters of a text that is far too long.
  if (message.length > MAX_LINK_LENGTH || [...message].length > MAX_TEXT_LENGTH)
    throw new OptInError('MESSAGE_TOO_LONG', MESSAGE_LENGTH_RULE);

  const { device, target = 'auto' } = options ?? {};
  const site =
    target === 'app'
      ? 'whatsapp://'
      : target === 'web' || (target === 'auto' && kindOf(device) === 'desktop')
        ? 'https://web.whatsapp.com/'
        : null;
  const base = site ? `${site}send?phone=${digits}&text=` : `https://wa.me/${digits}?text=`;
  // With the u flag the class matches lone surrogates only, on which encodeURIComponent would throw.
  const link = base + encodeURIComponent(message.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  if (link.length > MAX_LINK_LENGTH) throw new OptInError('MESSAGE_TOO_LONG', MESSAGE_LENGTH_RULE);
  return link;
}

function kindOf(device: Device | undefined): DeviceKind | null {
  const source = device ? null : runtimeNavigator();
  return device?.kind ?? (source && detectDeviceKind(source));
}
