import { toE164 } from '../phone-digits.js';
import type { WebhookPost } from '../webhook/courier.js';
import type { WebhookSettings } from '../webhook/webhook-settings.js';
import { formEncodedEvent, type UltraMsgEvent } from './inbound-event.js';

/** UltraMsg signs nothing: its secret stands in the address. */
export function ultramsgPost(event: UltraMsgEvent, settings: () => WebhookSettings): WebhookPost {
  const counterpart = event.data.fromMe ? event.data.to : event.data.from;
  return {
    vendor: 'ultramsg',
    eventType: event.event_type,
    messageId: event.data.id,
    phone: toE164(counterpart) ?? counterpart,
    request() {
      const { url: address, token } = settings();
      if (address === null) return null;
      const url = new URL(address);
      if (token !== null) url.searchParams.set('token', token);
      const [contentType, body] = write(event, settings());
      return { url, headers: { 'content-type': contentType }, body };
    },
  };
}

function write(event: UltraMsgEvent, settings: WebhookSettings): [contentType: string, body: string] {
  if (settings.form === 'form_encoded') return ['application/x-www-form-urlencoded', formEncodedEvent(event)];
  if (settings.form === 'messages' && event.event_type === 'message_received') {
    const { id, from, to, body, type, time } = event.data;
    const messages = [{ id, from, to, body, type, timestamp: time }];
    return ['application/json', JSON.stringify({ token: settings.token ?? '', messages })];
  }
  return ['application/json', JSON.stringify(event)];
}
