import { describe, expect, it } from 'vitest';
import { formEncodedEvent, inboundEvent, inboundMessagesForm, ownMessageEvent } from './inbound-event.js';

const MESSAGE = { from: '+966501234567', to: '+966500000000', body: 'مرحبًا & #1 😊', time: 1_790_000_000 };

describe('inbound forms', () => {
  it('names the sender by chat id and the message by direction, chat and key', () => {
    const { data, instanceId, event_type } = inboundEvent({ ...MESSAGE, instanceId: 'instance1150' });
    expect({ event_type, instanceId, from: data.from, fromMe: data.fromMe }).toEqual({
      event_type: 'message_received',
      instanceId: '1150',
      from: '966501234567@c.us',
      fromMe: false,
    });
    expect(data.id).toMatch(/^false_966501234567@c\.us_3EB0[0-9A-F]{16}$/);
  });

  it('carries the same message in the list form', () => {
    const form = inboundMessagesForm('secret', [{ ...MESSAGE, id: 'false_966501234567@c.us_3EB01' }]);
    expect(form).toEqual({
      token: 'secret',
      messages: [
        {
          id: 'false_966501234567@c.us_3EB01',
          from: '966501234567@c.us',
          to: '966500000000@c.us',
          body: MESSAGE.body,
          type: 'chat',
          timestamp: MESSAGE.time,
        },
      ],
    });
  });

  it('survives the form encoding unchanged', () => {
    const event = inboundEvent(MESSAGE);
    expect(JSON.parse(new URLSearchParams(formEncodedEvent(event)).get('data') ?? '')).toEqual(event);
  });

  it('marks an own message as such', () => {
    const { data, id } = ownMessageEvent('message_ack', { ...MESSAGE, ack: 'device', numericId: 44_897 });
    expect({ fromMe: data.fromMe, ack: data.ack, id }).toEqual({ fromMe: true, ack: 'device', id: 44_897 });
    expect(data.id).toMatch(/^true_966500000000@c\.us_/);
  });

  it('keeps a chat id that is no phone', () => {
    expect(inboundEvent({ ...MESSAGE, from: '120363000000000000@g.us' }).data.from).toBe('120363000000000000@g.us');
  });
});
