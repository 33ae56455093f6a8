import type { MessageStyle } from '../contract/message-style.js';
import type { Translator } from '../translator.js';

/** Values of a message; what the style does not name is not used. */
export interface OptInMessageParts {
  style: MessageStyle;
  companyName: string;
  ticketNumber: string;
}

/** The text that the customer will send, without a code, in the translator's language. */
export function formatOptInMessage(translator: Translator, { style, ...values }: OptInMessageParts): string {
  return translator.t(`message.${style}`, values);
}
