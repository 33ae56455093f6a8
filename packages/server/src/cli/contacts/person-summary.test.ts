import { describe, expect, it } from 'vitest';
import { describePerson, summarizePerson } from './person-summary.js';

const NOW = new Date('2026-11-30T12:00:00Z');
const held = (tables: Record<string, Record<string, unknown>[]>) => ({
  exportedAt: NOW.toISOString(),
  organizationId: 'clinic',
  contactIds: ['01938f6e-0000-7000-8000-000000000004'],
  tables,
  cut: [],
});

describe('the summary of a person', () => {
  const person = held({
    contacts: [{ opted_out_at: null, pending_stops: [] }],
    contact_identities: [
      { kind: 'bsuid', value: 'SA.134912', created_at: '2026-11-02T00:00:00Z' },
      { kind: 'e164', value: '+966500000001', created_at: '2026-11-01T00:00:00Z' },
      { kind: 'wa_id', value: '966500000001', created_at: '2026-11-03T00:00:00Z' },
      { kind: 'jid', value: '966500000001@c.us', created_at: '2026-11-04T00:00:00Z' },
    ],
    whatsapp_sessions: [
      { business_number: '+966500000000', expires_at: '2026-11-30T13:00:00Z', ended_at: null },
      { business_number: '+966500000000', expires_at: '2026-11-30T11:00:00Z', ended_at: null },
      { business_number: '+966500000000', expires_at: '2026-11-30T13:00:00Z', ended_at: '2026-11-30T09:00:00Z' },
    ],
    consents: [
      { action: 'withdrawn', recorded_at: '2026-11-29T00:00:00Z' },
      { action: 'granted', recorded_at: '2026-11-28T00:00:00Z' },
    ],
  });

  it('has the open session, the last consent, and phones that nobody can call', () => {
    const summary = summarizePerson(person, { reveal: false, now: NOW });
    expect(summary).toMatchObject({
      names: [
        { kind: 'e164', value: '+966•••••••01' },
        { kind: 'bsuid', value: 'SA.134912' },
        { kind: 'wa_id', value: '9665••••••01' },
        { kind: 'jid', value: '9665••••••01@c.us' },
      ],
      openSessions: [{ businessNumber: '+966500000000', expiresAt: '2026-11-30T13:00:00Z' }],
      lastConsent: { action: 'withdrawn', recordedAt: '2026-11-29T00:00:00Z' },
      isOptedOut: false,
      rows: { contact_identities: 4, consents: 2 },
    });
    expect(describePerson(summary)).not.toContain('66500000001');
  });

  it('has whole phones where they are asked for', () => {
    const { names } = summarizePerson(person, { reveal: true });
    expect(names.map(({ value }) => value)).toEqual([
      '+966500000001',
      'SA.134912',
      '966500000001',
      '966500000001@c.us',
    ]);
  });

  it.each([
    ['STOP', { opted_out_at: '2026-11-29T00:00:00Z', pending_stops: [] }],
    ['STOP whose sender is being checked', { opted_out_at: null, pending_stops: ['01938f6e'] }],
  ])('knows a %s', (_name, contact) => {
    expect(summarizePerson(held({ contacts: [contact] }), { reveal: false }).isOptedOut).toBe(true);
  });

  it('names who is known by a ticket alone', () => {
    const { names } = summarizePerson(
      { ...held({ tickets: [{ phone: '+966500000001' }] }), contactIds: [] },
      { reveal: false },
    );
    expect(names).toEqual([{ kind: 'e164', value: '+966•••••••01' }]);
  });
});
