import type { MessageStyle } from '../contract/message-style.js';
import { formatOptInCode } from '../contract/opt-in-code.js';
import type { Translator } from '../translator.js';

/** Values of a message; what the style does not name is not used. */
export interface OptInMessageParts {
  style: MessageStyle;
  companyName: string;
  ticketNumber: string;
  code?: string | undefined;
}

/** The text that the customer will send, in the translator's language; with a code it ends in ` (ref: XXXX-XXXX-XXXX)`. */
export function formatOptInMessage(translator: Translator, parts: OptInMessageParts): string {
  const { style, companyName, ticketNumber, code } = parts;
  const text = translator.t(`message.${style}`, { companyName, ticketNumber });
  return code ? text + translator.t('message.reference', { code: formatOptInCode(code) }) : text;
}
