import { toAsciiDigits } from '@whatsapp-optin/sdk/contract';
import type { InboundMessage } from '../providers/inbound-event.js';
import { readTapPayload, type MessageTap } from '../providers/message-action.js';

/** A number alone, in any digits: `2`, `٢`, `2.`, `(2)`, `2️⃣`. */
const NUMBER = /^\(?([1-3])\ufe0f?\u20e3?[.)]?$/;

/** What a message may answer to a notification of ours; `null` for a STOP, an SMS, an edit, and for all other words. */
export function readTap(
  { text, payload, opensWindow, channel }: Pick<InboundMessage, 'text' | 'payload' | 'opensWindow' | 'channel'>,
  keyword: 'stop' | 'start' | null,
): MessageTap | null {
  if (keyword !== null || opensWindow === false || channel === 'sms') return null;
  const byButton = payload === undefined ? null : readTapPayload(payload);
  if (byButton !== null) return byButton;
  const [, number] = NUMBER.exec(toAsciiDigits(text.trim())) ?? [];
  return number === undefined ? null : { number: Number(number) };
}
