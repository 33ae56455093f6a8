import { describe, expect, it } from 'vitest';
import { summarizeAttempts, toNotificationDocument } from './notification-document.js';
import type { StoredAttempt, StoredNotification } from './notification-store.js';

const at = new Date('2026-11-24T10:00:00Z');
const attempt = (part: Partial<StoredAttempt>): StoredAttempt => ({
  tier: 'push',
  status: 'skipped',
  reason: null,
  late: false,
  providerMessageId: null,
  errorCode: null,
  basis: null,
  at,
  ...part,
});

describe('how a run is summarized', () => {
  it.each([
    ['push', 'push'],
    ['whatsapp', 'whatsapp_fallback'],
    ['sms', 'sms_fallback'],
  ] as const)('a vendor that took it by %s makes it %s', (tier, method) => {
    const attempts = [attempt({ reason: 'no_push_subscription' }), attempt({ tier, status: 'accepted' })];
    expect(summarizeAttempts(attempts, true)).toEqual({ success: true, method, reason: null });
  });

  it('gives the reason of the last one that was tried', () => {
    const attempts = [
      attempt({ tier: 'whatsapp', status: 'failed', reason: 'whatsapp_failed' }),
      attempt({ tier: 'sms', reason: 'not_critical' }),
    ];
    expect(summarizeAttempts(attempts, true)).toEqual({ success: false, method: 'none', reason: 'whatsapp_failed' });
  });

  it('gives the reason why WhatsApp was refused where none was tried', () => {
    const attempts = [
      attempt({ tier: 'whatsapp', reason: 'no_active_session' }),
      attempt({ tier: 'sms', reason: 'not_critical' }),
    ];
    expect(summarizeAttempts(attempts, true).reason).toBe('no_active_session');
  });

  it('is push_only where nobody is known', () => {
    expect(summarizeAttempts([attempt({ status: 'failed', reason: 'push_failed' })], false)).toEqual({
      success: false,
      method: 'push_only',
      reason: 'no_phone',
    });
  });
});

describe('the document', () => {
  const stored: StoredNotification = {
    id: 'n',
    kind: 'ticket',
    type: 'your_turn',
    success: false,
    settled: true,
    method: 'none',
    reason: 'no_active_session',
    deliveredTo: null,
    attempts: [
      attempt({ tier: 'whatsapp', reason: 'no_active_session' }),
      attempt({ tier: 'sms', status: 'failed', reason: 'sms_failed' }),
    ],
  };

  it('says what the customer must do, and that nothing unsolicited was sent', () => {
    expect(toNotificationDocument(stored)).toMatchObject({
      attempted: ['sms'],
      suggestion: 'Customer needs to send WhatsApp message first to opt-in',
      complianceNote: 'Not sending unsolicited WhatsApp message',
    });
  });

  it('says neither of a notice that went out', () => {
    const document = toNotificationDocument({ ...stored, success: true, method: 'sms_fallback', reason: null });
    expect(document).not.toHaveProperty('suggestion');
    expect(document).not.toHaveProperty('reason');
  });
});
