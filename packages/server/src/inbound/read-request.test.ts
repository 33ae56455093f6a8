import { describe, expect, it } from 'vitest';
import type { Organization } from '../organizations/organization.js';
import type { InboundMessage } from '../providers/inbound-event.js';
import { readRequest } from './read-request.js';

const message = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  kind: 'message',
  providerMessageId: 'wamid.1',
  sentAt: null,
  sender: [{ kind: 'e164', value: '+966500000001' }],
  senderName: null,
  contentType: 'text',
  text,
  raw: {},
  ...more,
});

const read = (event: InboundMessage, organization: Partial<Organization> = {}) =>
  readRequest(event, {
    hasCode: false,
    further: { stop: ['genug'], start: [] },
    findOrganization: async () => ({ cancelWords: 'staff', defaultLocale: 'en', ...organization }) as Organization,
  });

describe('what a message asks for', () => {
  it('is what the vendor says, before the words', async () => {
    expect(await read(message('hello', { keyword: 'stop' }))).toEqual({ keyword: 'stop', flag: null, rule: 'vendor' });
  });

  it('is in its words, with the rule that decided', async () => {
    expect(await read(message('Stop. Thank you'))).toEqual({ keyword: 'stop', flag: null, rule: 'bare_word' });
    expect(await read(message('Genug!'))).toEqual({ keyword: 'stop', flag: null, rule: 'keyword' });
    expect(await read(message('START'))).toEqual({ keyword: 'start', flag: null, rule: 'keyword' });
    expect(await read(message('stpo'))).toEqual({ keyword: null, flag: 'near_stop', rule: 'slip' });
    expect(await read(message('hello'))).toEqual({ keyword: null, flag: null, rule: 'none' });
  });

  it('is in the label of a button, or in what the button carries', async () => {
    expect(await read(message('Stop promotions', { payload: 'x-1' }))).toMatchObject({ keyword: 'stop' });
    expect(await read(message('No thanks', { payload: 'STOP_PROMOTIONS' }))).toEqual({
      keyword: 'stop',
      flag: null,
      rule: 'button_payload',
    });
    for (const payload of ['end', 'stop-42', 'confirm', 'bus_stop', 'x'.repeat(9000)])
      expect(await read(message('Leave', { payload }))).toMatchObject({ keyword: null, flag: null });
  });

  it('depends on the organization for "cancel" and for words of one language', async () => {
    expect(await read(message('cancel'))).toEqual({ keyword: null, flag: 'cancel', rule: 'cancel_word' });
    expect(await read(message('cancel'), { cancelWords: 'stop' })).toMatchObject({ keyword: 'stop' });
    expect(await read(message('Pare'), { defaultLocale: 'pt-BR' })).toMatchObject({ keyword: 'stop' });
    expect(await read(message('Pare'), { defaultLocale: 'fil' })).toMatchObject({ keyword: null, flag: null });
    expect(await read(message('Pare'), { defaultLocale: 'ar' })).toMatchObject({ keyword: null, flag: 'near_stop' });
  });
});
