import { metaMessage, metaPost } from '../meta/webhook-payload.js';
import { newWamid } from '../meta/meta-api.js';
import { newMessageSid } from '../twilio/twilio-api.js';
import { twilioPost, twilioWhatsAppForm } from '../twilio/webhook-form.js';
import { inboundEvent } from '../ultramsg/inbound-event.js';
import { ultramsgPost } from '../ultramsg/webhook-post.js';
import type { WebhookPost } from '../webhook/courier.js';
import type { World } from '../world.js';
import type { InboundText } from './inbound-message.js';

/** How what a person sends becomes a webhook of the vendor that carries WhatsApp here. */
export interface PhoneLine {
  /** E.164 of the business that is written to; `null` where the vendor has no such number. */
  businessNumber(to: string | null): string | null;
  newMessageId(from: string): string;
  post(message: InboundText): WebhookPost;
}

/** Vendors that can carry a phone's WhatsApp messages. */
export const WHATSAPP_VENDORS = ['ultramsg', 'meta', 'twilio'] as const;
/** One of `WHATSAPP_VENDORS`. */
export type WhatsAppVendor = (typeof WHATSAPP_VENDORS)[number];

export function createPhoneLine(vendor: WhatsAppVendor, world: World): PhoneLine {
  const settings = () => world.webhook;
  const oneNumber = (number: string) => (to: string | null) => (to === null || to === number ? number : null);
  const about = ({ messageId, from }: InboundText) => ({ eventType: 'message_received', messageId, phone: from });
  switch (vendor) {
    case 'meta':
      return {
        businessNumber: oneNumber(world.meta.number),
        newMessageId: newWamid,
        post: (input) => {
          const { contact, message } = metaMessage(input);
          const value = { contacts: [contact], messages: [message] };
          return metaPost(about(input), value, { account: world.meta, settings });
        },
      };
    case 'twilio':
      return {
        businessNumber: oneNumber(world.twilio.whatsappNumber ?? ''),
        newMessageId: newMessageSid,
        post: (input) =>
          twilioPost(about(input), twilioWhatsAppForm(input, world.twilio), {
            account: world.twilio,
            url: () => world.webhook.url,
          }),
      };
    case 'ultramsg':
      return createUltraMsgLine(world);
  }
}

function createUltraMsgLine(world: World): PhoneLine {
  const instanceOf = (to: string | null) => world.instances.find(({ number }) => to === null || number === to);
  return {
    businessNumber: (to) => instanceOf(to)?.number ?? null,
    newMessageId: (from) => inboundEvent({ from, to: from, body: '', time: 0 }).data.id,
    post: ({ messageId, from, to, text, name, time }) => {
      const { instanceId } = instanceOf(to) ?? {};
      const event = inboundEvent({ from, to, body: text, time, pushname: name, instanceId, id: messageId });
      world.inbound.push(event);
      if (world.webhook.echoes) {
        void world.deliver(ultramsgPost({ ...event, event_type: 'message_create' }, () => world.webhook));
      }
      return ultramsgPost(event, () => world.webhook);
    },
  };
}
