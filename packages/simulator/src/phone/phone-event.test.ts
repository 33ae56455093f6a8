import { describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerFact } from '../ledger.js';
import { toPhoneEvent } from './phone-event.js';

const PHONE = '+966501234567';
const VIEW = { phone: PHONE };
const PUSH = {
  kind: 'push_send',
  subscriptionId: 's1',
  phone: PHONE,
  ttlSeconds: 60,
  urgency: 'high',
  topic: null,
  accepted: true,
  status: 201,
  failure: null,
} as const;

function entry(fact: LedgerFact): LedgerEntry {
  return { sequence: 1, at: '2026-01-02T03:04:05.000Z', ...fact };
}

describe('toPhoneEvent', () => {
  it.each([
    ['{"title":"Your turn","body":"Room 2"}', { title: 'Your turn', text: 'Room 2' }],
    ['{"notification":{"title":"Your turn","body":"Room 2"}}', { title: 'Your turn', text: 'Room 2' }],
    ['Your turn', { title: '', text: 'Your turn' }],
    ['null', { title: '', text: '' }],
  ])('reads the notification %s', (payload, words) => {
    expect(toPhoneEvent(entry({ ...PUSH, payload }), VIEW)).toMatchObject(words);
  });

  it('shows nothing of another phone', () => {
    expect(toPhoneEvent(entry({ ...PUSH, payload: 'x', phone: '+966507654321' }), VIEW)).toBeNull();
  });

  it('shows nothing that was refused', () => {
    expect(toPhoneEvent(entry({ ...PUSH, payload: 'x', accepted: false }), VIEW)).toBeNull();
  });

  it.each([
    [{ acknowledged: true, settled: true }, 'delivered'],
    [{ acknowledged: false, settled: false }, 'retrying'],
    [{ acknowledged: false, settled: true }, 'failed'],
  ])('shows a delivery with %o as %s', (outcome, state) => {
    const fact = {
      kind: 'webhook_delivery',
      vendor: 'ultramsg',
      eventType: 'message_received',
      messageId: 'm',
      phone: PHONE,
    } as const;
    expect(toPhoneEvent(entry({ ...fact, attempt: 1, status: null, ...outcome }), VIEW)).toMatchObject({ state });
  });
});
