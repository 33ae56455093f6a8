import type { NotificationAttempt, NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { expect, it } from 'vitest';
import { withWhatsAppFallback } from './whatsapp-fallback.js';

function documentWith(...attempts: Partial<NotificationAttempt>[]): NotificationDocument {
  const base = { late: false, at: '2026-11-24T06:00:00.000Z' } as const;
  return {
    id: '01938f6e-0000-7000-8000-000000000002',
    success: false,
    method: 'none',
    attempted: [],
    settled: true,
    attempts: attempts.map((attempt) => ({ tier: 'push', status: 'accepted', ...base, ...attempt })),
  };
}

it('was not needed where push was enough', () => {
  expect(withWhatsAppFallback(documentWith({})).whatsappFallback).toEqual({ attempted: false });
});

it('was tried', () => {
  const document = documentWith({ status: 'failed' }, { tier: 'whatsapp', status: 'accepted' });
  expect(withWhatsAppFallback(document).whatsappFallback).toEqual({ attempted: true });
});

it('was refused for want of a session, and says what helps', () => {
  const document = documentWith({ tier: 'whatsapp', status: 'skipped', reason: 'no_active_session' });
  expect(withWhatsAppFallback(document).whatsappFallback).toEqual({
    attempted: false,
    reason: 'no_active_session',
    suggestion: 'Customer needs to send WhatsApp message first to opt-in',
    complianceNote: 'Not sending unsolicited WhatsApp message',
  });
});

it('was refused for another reason', () => {
  const document = documentWith({ tier: 'whatsapp', status: 'skipped', reason: 'opted_out' });
  expect(withWhatsAppFallback(document).whatsappFallback).toEqual({ attempted: false, reason: 'opted_out' });
});
