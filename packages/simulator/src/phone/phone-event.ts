import type { LedgerEntry } from '../ledger.js';
import type { PhoneButton } from './inbound-message.js';

/** How a message reaches the phone. */
export type PhoneMessageChannel = 'whatsapp' | 'sms' | 'push';

/** One change on the screen of a phone. */
export type PhoneEvent =
  | { type: 'message'; direction: 'out'; id: string; channel: 'whatsapp'; peer: string; text: string; at: string }
  | {
      type: 'message';
      direction: 'in';
      id: string;
      channel: PhoneMessageChannel;
      peer: string;
      title: string;
      text: string;
      /** Below the text; absent where there are none. */
      buttons?: readonly PhoneButton[];
      at: string;
    }
  | { type: 'delivery'; id: string; state: 'delivered' | 'retrying' | 'failed' };

/** The ledger seen from one phone; null where the entry is not for its screen. */
export function toPhoneEvent(entry: LedgerEntry, { phone }: { phone: string }): PhoneEvent | null {
  if (entry.phone !== phone) return null;
  const base = { type: 'message', at: entry.at } as const;
  switch (entry.kind) {
    case 'whatsapp_inbound':
      return { ...base, direction: 'out', id: entry.messageId, channel: 'whatsapp', peer: entry.to, text: entry.text };
    case 'webhook_delivery':
      if (entry.eventType !== 'message_received') return null;
      return {
        type: 'delivery',
        id: entry.messageId,
        state: entry.acknowledged ? 'delivered' : entry.settled ? 'failed' : 'retrying',
      };
    case 'whatsapp_send': {
      if (!entry.accepted) return null;
      return {
        ...base,
        direction: 'in',
        id: `in-${entry.sequence}`,
        channel: 'whatsapp',
        peer: entry.from,
        title: '',
        text: entry.text,
        ...(entry.buttons && { buttons: entry.buttons }),
      };
    }
    case 'sms_send':
      if (!entry.accepted) return null;
      return {
        ...base,
        direction: 'in',
        id: `in-${entry.sequence}`,
        channel: 'sms',
        peer: entry.from,
        title: '',
        text: entry.text,
      };
    case 'push_send':
      if (!entry.accepted || entry.payload === null) return null;
      return {
        ...base,
        direction: 'in',
        id: `in-${entry.sequence}`,
        channel: 'push',
        peer: '',
        ...readNotification(entry.payload),
      };
    case 'sms_inbound':
    case 'push_subscription':
      return null;
  }
}

/** Title and body of a push payload: JSON `{ title, body }`, also inside `notification`; any other text is the body. */
function readNotification(payload: string): { title: string; text: string } {
  try {
    const parsed: unknown = JSON.parse(payload);
    const outer = isRecord(parsed) ? parsed : {};
    const fields = isRecord(outer.notification) ? outer.notification : outer;
    const text = fields.body ?? fields.message ?? '';
    return { title: typeof fields.title === 'string' ? fields.title : '', text: typeof text === 'string' ? text : '' };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { title: '', text: payload };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
