import { describe, expect, it } from 'vitest';
import { createFakePlatform, createFakeStorage } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import { isDismissed, withConnection, withDismissal, type DismissalRecord } from './dismissal.js';
import type { OptIn, OptInOptions } from './opt-in.js';

const DAY_MS = 86_400_000;
const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic' };

/** A visit to the site, so many days after the first. */
function visit(entries: Map<string, string>, days: number, options: OptInOptions): OptIn {
  const startsAt = new Date(Date.parse('2026-11-24T11:05:00.000Z') + days * DAY_MS).toISOString();
  const platform = createFakePlatform({ startsAt, storage: createFakeStorage(entries) });
  const optIn = createOptIn({ ...CLINIC, platform, ...options });
  optIn.subscribe(() => {});
  return optIn;
}
const seen = (optIn: OptIn) => [optIn.getSnapshot().state, optIn.getSnapshot().dismissed];

describe('a customer who has said no', () => {
  it('is never asked again for the same ticket', () => {
    const entries = new Map<string, string>();
    visit(entries, 0, { ticketNumber: 'A001' }).decline();
    expect(seen(visit(entries, 300, { ticketNumber: 'A001' }))).toEqual(['declined', true]);
  });

  it('is asked for another ticket once the back-off is over', () => {
    const entries = new Map<string, string>();
    visit(entries, 0, { ticketNumber: 'A001' }).decline();
    expect(seen(visit(entries, 2.9, { ticketNumber: 'A002' }))).toEqual(['declined', true]);
    expect(seen(visit(entries, 3.1, { ticketNumber: 'A002' }))).toEqual(['idle', false]);
  });

  it('may change their mind', () => {
    const entries = new Map<string, string>();
    visit(entries, 0, { ticketNumber: 'A001' }).decline();
    const again = visit(entries, 1, { ticketNumber: 'A001' });
    again.restart();
    expect(again.getSnapshot().state).toBe('idle');
  });

  it('is asked again with askAgain; the host can see the dismissal', () => {
    const entries = new Map<string, string>();
    visit(entries, 0, { ticketNumber: 'A001' }).decline();
    expect(seen(visit(entries, 1, { ticketNumber: 'A001', askAgain: true }))).toEqual(['idle', true]);
  });

  it('makes no opt-in on the server before they change their mind', async () => {
    const entries = new Map<string, string>();
    visit(entries, 0, { ticketNumber: 'A001', server: 'https://api.example' }).decline();
    const world = createFakePlatform({ storage: createFakeStorage(entries) });
    const optIn = createOptIn({ ...CLINIC, ticketNumber: 'A001', server: 'https://api.example', platform: world });
    optIn.subscribe(() => {});
    await world.advance(60_000);
    expect(world.requests).toEqual([]);
    optIn.restart();
    await world.advance(0);
    expect(world.requests).toHaveLength(1);
  });

  it('is asked again on the same page by a host that mounts the prompt again', () => {
    const platform = createFakePlatform({ storage: createFakeStorage() });
    createOptIn({ ...CLINIC, ticketNumber: 'A001', platform });
    const first = createOptIn({ ...CLINIC, ticketNumber: 'A001', platform });
    first.decline();
    expect(seen(createOptIn({ ...CLINIC, ticketNumber: 'A001', platform }))).toEqual(['idle', true]);
  });

  it('is not remembered without storage', () => {
    const platform = createFakePlatform();
    const optIn = createOptIn({ ...CLINIC, ticketNumber: 'A001', platform });
    optIn.decline();
    expect(optIn.getSnapshot().dismissed).toBe(false);
  });

  it.each(['', 'null', '[]', '{"tickets":1}', '{"tickets":[],"count":"x","lastAt":0}', 'not JSON'])(
    'is asked where the storage holds %j',
    (stored) => {
      const entries = new Map([['whatsapp-optin:dismissed', stored]]);
      expect(seen(visit(entries, 0, { ticketNumber: 'A001' }))).toEqual(['idle', false]);
    },
  );
});

describe('the back-off', () => {
  it.each([
    [1, 3],
    [2, 7],
    [3, 30],
    [4, 30],
  ])('after %i times "no" is %i days', (times, days) => {
    let record: DismissalRecord | null = null;
    for (let time = 0; time < times; time += 1) record = withDismissal(record, `T${time}`, 0);
    expect(isDismissed(record, 'another', days * DAY_MS - 1)).toBe(true);
    expect(isDismissed(record, 'another', days * DAY_MS)).toBe(false);
  });

  it('is forgotten once a customer has connected', () => {
    const record = withConnection(withDismissal(null, 'T1', 0));
    expect([isDismissed(record, 'another', 1), isDismissed(record, 'T1', 1)]).toEqual([false, true]);
  });

  it('keeps the twenty latest tickets', () => {
    let record: DismissalRecord | null = null;
    for (let ticket = 0; ticket < 25; ticket += 1) record = withDismissal(record, `T${ticket}`, 0);
    expect(record?.tickets).toHaveLength(20);
    expect(record?.tickets[0]).toBe('T5');
  });
});
