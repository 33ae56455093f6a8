import { MESSAGE_STYLES, type MessageStyle } from '../contract/message-style.js';
import { OptInError, errorMessage } from '../contract/errors.js';
import { generateWhatsAppLink } from '../deep-link.js';
import { detectDevice, type Device } from '../device.js';
import { formatOptInMessage } from '../messages/opt-in-message.js';
import { normalizePhoneNumber } from '../phone-number.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import type { OptInOptions } from './opt-in.js';

/** The options' own properties only: a polluted prototype changes nothing. */
export function ownOptions(options: OptInOptions | null | undefined): OptInOptions {
  return Object.assign(Object.create(null) as OptInOptions, options);
}

/** @returns the reader's device, or `null` while a page is rendered on a server. */
export function deviceOf(platform: Platform): Device | null {
  const source = platform.navigator();
  return source && detectDevice(source);
}

/**
 * What can be offered without a server: the message without a code, and its link.
 *
 * @throws OptInError `MISSING_OPTION`, `INVALID_PHONE_NUMBER`, `MESSAGE_TOO_LONG`
 */
export function staticOffer(
  options: OptInOptions,
  translator: Translator,
  device: Device | null,
): { phone: string; message: string; href: string } {
  if (!options.phone) {
    throw new OptInError('MISSING_OPTION', errorMessage('MISSING_OPTION', 'Give phone, or server.'));
  }
  const phone = normalizePhoneNumber(options.phone);
  const message = formatOptInMessage(translator, {
    style: messageStyleOf(options),
    companyName: String(options.organizationName ?? ''),
    ticketNumber: String(options.ticketNumber ?? ''),
  });
  const href = generateWhatsAppLink(phone, message, device ? { device } : { target: 'universal' });
  return { phone, message, href };
}

/** The style asked for, else `branded`; one that needs no name or ticket where there is none. An unknown one counts as none. */
function messageStyleOf({ messageStyle, organizationName, ticketNumber }: OptInOptions): MessageStyle {
  const asked = messageStyle && MESSAGE_STYLES.includes(messageStyle) ? messageStyle : 'branded';
  if (!ticketNumber) return asked === 'generic' ? asked : 'simple';
  if (!organizationName) return asked === 'simple' || asked === 'generic' ? asked : 'brief';
  return asked;
}

/** The page to link back to, where the server takes it: https, or http on this machine; else nothing. */
export function returnablePageUrl(platform: Platform): { pageUrl?: string } {
  const pageUrl = platform.pageUrl();
  const fits =
    pageUrl && pageUrl.length <= 2_048 && /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/.test(pageUrl);
  return fits ? { pageUrl } : {};
}
