import { interpolate } from '../interpolate.js';
import { ENGLISH_MESSAGES } from './english-messages.js';

type MessageTemplate = (companyName: string, ticketNumber: string) => string;

const template =
  (text: string): MessageTemplate =>
  (companyName, ticketNumber) =>
    interpolate(text, { companyName, ticketNumber });

/** The English messages, without a code. `simple` and `generic` name neither company nor ticket, so they are plain strings. */
export const messageTemplates = {
  simple: ENGLISH_MESSAGES.simple,
  branded: template(ENGLISH_MESSAGES.branded),
  detailed: template(ENGLISH_MESSAGES.detailed),
  generic: ENGLISH_MESSAGES.generic,
  formal: template(ENGLISH_MESSAGES.formal),
  casual: template(ENGLISH_MESSAGES.casual),
  brief: template(ENGLISH_MESSAGES.brief),
} as const;
