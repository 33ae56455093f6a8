import { randomUUID } from 'node:crypto';
import { SESSION_SORTS } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboundItem } from '../src/inbound/inbound-store.js';
import { createAnalyticsStore } from '../src/storage/analytics-store.js';
import { createStores } from '../src/storage/create-stores.js';
import type { Database } from '../src/storage/database.js';
import { createInboundStore } from '../src/storage/inbound-store.js';
import { forgetOldData } from '../src/storage/retention.js';
import { openVault } from '../src/storage/open-vault.js';
import { readQueueDepths } from '../src/storage/queue-depths.js';
import { COMPANY, openWorld, SECRET, type World } from './test-world.js';

const ID = '01900000-0000-7000-8000-000000000000';
const FROM = '2026-01-01T00:00:00Z';
const PHONE = '+966500000001';
/** Has one row, in every database: no index reads it faster. */
const ONE_ROW = 'suppression_journal';
/** Rows of these are a few an organization, or of the last day. */
const SMALL = [
  ONE_ROW,
  'organizations',
  'channel_pauses',
  'idempotency_keys',
  'kept_events',
  'refused_origins',
  'consent_chain_checks',
  'admin_keys',
];

let world: World;
let asked: { text: string; values: readonly unknown[] }[] = [];
let stores: ReturnType<typeof createStores>;
let spy: Database;
beforeAll(async () => {
  world = await openWorld();
  await world.createTicket('t-1', { phone: PHONE });
  await world.receive({ from: PHONE, text: 'hello' });
  const { database } = world;
  spy = {
    ...database,
    withTimeout: () => spy,
    query(text, values = []) {
      asked.push({ text, values });
      return database.query(text, values);
    },
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          query(text, values = []) {
            asked.push({ text, values });
            return transaction.query(text, values);
          },
        }),
      ),
  };
  stores = createStores(spy, await openVault(database, [{ id: 'clinic', secretKeys: [SECRET] }]));
});
afterAll(async () => {
  await world?.close();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Subplan Name'?: string;
  Plans?: Plan[];
}

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** The plans of what a call asks, where an index is taken if there is one, however few the rows are. */
async function plansOf(call: () => Promise<unknown>): Promise<Plan[]> {
  asked = [];
  await call();
  const statements = asked.filter(({ text }) => /^\s*(WITH|SELECT|UPDATE|DELETE|INSERT)/.test(text));
  expect(statements.length).toBeGreaterThan(0);
  return world.database.transaction(async (transaction) => {
    await transaction.query('SET LOCAL enable_seqscan = off');
    await transaction.query('SET LOCAL enable_sort = off');
    await transaction.query('SET LOCAL enable_bitmapscan = off');
    const plans: Plan[] = [];
    for (const { text, values } of statements) {
      const rows = await transaction.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
      const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
      if (plan) plans.push(plan.Plan);
    }
    return plans;
  });
}

function scanned(plans: readonly Plan[]): (string | undefined)[] {
  return plans
    .flatMap(nodes)
    .filter((node) => node['Node Type'] === 'Seq Scan' && !SMALL.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name']);
}

/** From the person who has written before; each has an id of its own. */
const further = (): InboundItem => ({
  account: { organizationId: 'clinic', provider: 'ultramsg', businessNumber: COMPANY, evidence: 'signed_webhook' },
  event: {
    kind: 'message',
    providerMessageId: randomUUID(),
    sentAt: null,
    sender: [{ kind: 'e164', value: PHONE }],
    senderName: null,
    contentType: 'text',
    text: 'hello',
    raw: {},
  },
  code: null,
  keyword: null,
  flag: null,
  sessionDurationHours: 24,
  state: 'accepted',
});

const page = { after: null, limit: 50 };
const next = { after: { value: FROM, id: ID }, limit: 50 };

describe('a list', () => {
  it.each(SESSION_SORTS)('of sessions by %s is read along its index', async (sort) => {
    const after = sort.endsWith('Name') ? { value: 'S', id: ID } : next.after;
    for (const query of [page, { ...page, after }]) {
      const wanted = { ...query, sort, marginSeconds: 120, byPartOfPhone: true };
      const plans = await plansOf(() => stores.sessionQueries.list('clinic', wanted));
      expect(scanned(plans)).toEqual([]);
      const chosen = plans.flatMap(nodes).find((node) => node['Subplan Name'] === 'CTE chosen');
      expect(chosen && nodes(chosen).map((node) => node['Node Type'])).toEqual(['Limit', 'Index Scan']);
    }
  });

  const sessions = (filter: object, byPartOfPhone = true) =>
    stores.sessionQueries.list('clinic', { ...next, ...filter, sort: 'expiresAt', marginSeconds: 0, byPartOfPhone });
  const inbound = (filter: object) => stores.inboundQueries.list('clinic', { ...next, ...filter, marginSeconds: 120 });
  const notifications = (filter: object) => stores.notificationQueries.list('clinic', { ...next, ...filter });
  const consents = (filter: object) => stores.consentQueries.list('clinic', { ...next, ...filter });
  const audit = (filter: object) => stores.auditQueries.list('clinic', { ...next, ...filter });
  const range = { from: FROM, to: FROM };

  it.each<[string, () => Promise<unknown>]>([
    ...(['active', 'expiring', 'ended'] as const).map(
      (status) => [`of ${status} sessions`, () => sessions({ status })] as [string, () => Promise<unknown>],
    ),
    ['of sessions by words', () => sessions({ search: 'sara a-1' })],
    ['of sessions by words, phones masked', () => sessions({ search: 'sara a-1' }, false)],
    ['of the sessions of a ticket', () => sessions({ ticketId: 't-1' })],
    ['of the sessions of a person', () => sessions({ contactId: ID })],
    ['of sessions of a time', () => sessions(range)],
    ['of sessions of a time in another order', () => sessions({ ...range, sort: '-expiresAt' })],
    ['of chosen sessions', () => stores.sessionQueries.findMany('clinic', [ID], 0)],
    ['of messages', () => inbound(range)],
    ['of messages of a person', () => inbound({ contactId: ID })],
    ['of messages of a session', () => inbound({ sessionId: ID })],
    ['of messages of a ticket', () => inbound({ ticketId: 't-1' })],
    ['of unseen messages', () => inbound({ unseen: true })],
    ['of flagged messages', () => inbound({ flagged: true })],
    ['of notifications', () => notifications(range)],
    ['of notifications by type', () => notifications({ type: 'your_turn' })],
    ['of notifications by method', () => notifications({ method: 'none' })],
    ['of notifications by reason', () => notifications({ reason: 'no_phone' })],
    ['of notifications of a ticket', () => notifications({ ticketId: 't-1' })],
    ['of notifications of a person', () => notifications({ contactId: ID })],
    ...(['late', 'unknown', 'failed', 'waiting', 'parked'] as const).map(
      (outcome) =>
        [`of ${outcome} notifications`, () => notifications({ outcome })] as [string, () => Promise<unknown>],
    ),
    ['of consents', () => consents(range)],
    ['of consents by action', () => consents({ action: 'withdrawn' })],
    ['of the consents of a person', () => consents({ contactId: ID })],
    ['of the consents of a ticket', () => consents({ ticketId: 't-1' })],
    ['of the audit log', () => audit(range)],
    ['of the audit log by action', () => audit({ action: 'key.created' })],
    ['of dead letters', () => stores.deadLetters.page('clinic', next)],
  ])('%s scans no big table', async (_name, call) => {
    expect(scanned(await plansOf(call))).toEqual([]);
  });
});

describe('what a page asks besides', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['one notification', () => stores.notificationQueries.find('clinic', ID)],
    ['open sessions', () => stores.sessionQueries.countOpen('clinic')],
    ['matching sessions', () => stores.sessionQueries.count('clinic', { status: 'active', byPartOfPhone: true }, 100)],
    ['unseen messages', () => stores.inboundQueries.countUnseen('clinic')],
    ['whose messages', () => stores.inboundQueries.hasAll('clinic', [ID])],
    ['marking', () => stores.inboundQueries.markSeen('clinic', { ids: [ID] })],
    ['daily counts', () => stores.daily.readRange('clinic', '2026-01-01', '2026-01-31')],
    ['recounting', () => stores.daily.rollUp('clinic')],
    ['forgetting', () => forgetOldData(spy, { messageRetentionDays: 90, notificationRetentionDays: 1_460 })],
    ['texts that no run needs', () => stores.notifications.forgetContent()],
    ['ever', () => stores.daily.sumEver('clinic', ['whatsapp.sends'])],
    ['the watermark', () => stores.live.watermark('clinic')],
    ['what SMS cost', () => createAnalyticsStore(spy).smsSpend('clinic', 'UTC')],
    ['queues', () => readQueueDepths(spy)],
    ['a phone', () => stores.contacts.phoneOf('clinic', ID)],
    ['an erasure', () => stores.contacts.erase('clinic', { phones: [PHONE], contactId: null, userId: null })],
    ['a key', () => stores.staff.useKey('clinic', Buffer.alloc(32))],
    ['the queue of a department', () => stores.queue.nextWaiting('clinic', 't-1', 2)],
    ['a call of a ticket', () => stores.queue.markCalled('clinic', 't-1', false)],
    ['the queue', () => stores.ticketQueries.queue('clinic', { limit: 50 })],
    ['account alerts', () => stores.alertQueries.latest('clinic')],
    ['departments', () => stores.ticketQueries.departments('clinic', 50)],
    ['a sign-in', () => stores.staff.findSession('clinic', Buffer.alloc(32))],
  ])('%s scan no big table', async (_name, call) => {
    expect(scanned(await plansOf(call))).toEqual([]);
  });
});

/** What the planner sees of a function is the call: the database itself counts how its statements read each table. */
it.each<[string, Partial<InboundItem>]>([
  ['a further message', {}],
  ['a message with a code', { code: 'A2B3C4D5' }],
  ['a START', { keyword: 'start' }],
  ['a STOP', { keyword: 'stop' }],
  ['a pending message', { state: 'pending' }],
  ['a tap on a button', { tap: { attemptId: ID, action: 'leave' } }],
  ['a number', { tap: { number: 1 } }],
])('%s scans no big table', async (_name, changes) => {
  const [before, after] = await world.database.transaction(async (transaction) => {
    const readCounts = () =>
      transaction.query<{ relname: string; scans: number; looks: number }>(
        `SELECT relname::text, seq_scan::int AS scans, COALESCE(idx_scan, 0)::int AS looks FROM pg_stat_xact_user_tables
         WHERE schemaname = 'whatsapp_optin'`,
      );
    await transaction.query('SET LOCAL enable_seqscan = off');
    const first = await readCounts();
    await createInboundStore({ ...world.database, ...transaction }).accept([{ ...further(), ...changes }]);
    return [first, await readCounts()];
  });
  const grown = after.map(({ relname, scans, looks }) => {
    const earlier = before.find((one) => one.relname === relname);
    return { relname, scans: scans - (earlier?.scans ?? 0), looks: looks - (earlier?.looks ?? 0) };
  });
  expect(grown.find(({ relname }) => relname === 'contacts')?.looks).toBeGreaterThan(0);
  expect(grown.filter(({ relname, scans }) => scans > 0 && relname !== ONE_ROW)).toEqual([]);
});
