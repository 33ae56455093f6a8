import { MESSAGE_STYLES, type MessageStyle } from '../contract/message-style.js';
import { OptInError } from '../contract/errors.js';
import { formatOptInMessage } from '../messages/opt-in-message.js';
import { normalizePhoneNumber } from '../phone-number.js';
import type { Translator } from '../translator.js';
import type { OwnOptions } from './own-options.js';

/**
 * What can be sent without a server: to whom, and the message without a code.
 *
 * @throws OptInError `MISSING_OPTION`, `INVALID_PHONE_NUMBER`
 */
export function staticMessage(options: OwnOptions, translator: Translator): { phone: string; message: string } {
  if (!options.phone) throw new OptInError('MISSING_OPTION', 'Give phone, or server.');
  const phone = normalizePhoneNumber(options.phone);
  const message = formatOptInMessage(translator, {
    style: messageStyleOf(options),
    companyName: String(options.organizationName ?? ''),
    ticketNumber: String(options.ticketNumber ?? ''),
  });
  return { phone, message };
}

/** The requested style, else `branded`. Without a name or a ticket, a style that needs none. An unknown style counts as none. */
function messageStyleOf({ messageStyle, organizationName, ticketNumber }: OwnOptions): MessageStyle {
  const asked = knownStyle(messageStyle) ?? 'branded';
  if (!ticketNumber) return asked === 'generic' ? asked : 'simple';
  if (!organizationName) return asked === 'simple' || asked === 'generic' ? asked : 'brief';
  return asked;
}

export function knownStyle(style: unknown): MessageStyle | undefined {
  return MESSAGE_STYLES.find((known) => known === style);
}
