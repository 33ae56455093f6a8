import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startJobs, type JobEngineParts } from '../src/jobs/job-engine.js';
import { CROSS_ORGANIZATIONS } from './cross-organizations.js';
import { ADMIN, createDatabase, eventually, openWorld, SECRET, type World } from './test-world.js';

const PHONE = '+966500004401';
const ERASED = '+966500004402';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Alias?: string;
  Plans?: Plan[];
  [condition: string]: unknown;
}

interface Explained {
  'Query Text': string;
  Plan: Plan;
}

/** PostgreSQL explains each statement to its client, those inside of functions as well, with an index wherever one serves. */
const EXPLAINING = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_nested_statements=on',
  'auto_explain.log_format=json',
  'auto_explain.log_level=notice',
  ...['seqscan', 'hashjoin', 'mergejoin', 'memoize'].map((how) => `enable_${how}=off`),
];

const explained = new Map<string, Explained>();
const isTold = (message: unknown): message is { message: string } =>
  typeof message === 'object' && message !== null && 'message' in message && typeof message.message === 'string';

function keep(notice: unknown): void {
  const json = isTold(notice) ? notice.message.split('plan:\n', 2)[1] : undefined;
  if (json === undefined) return;
  const one = JSON.parse(json) as Explained;
  explained.set(one['Query Text'], one);
}

let created: Awaited<ReturnType<typeof createDatabase>>;
let world: World;
/** What names the organization in each table of ours. */
let keys: Map<string, string>;

beforeAll(async () => {
  const emit = pg.Client.prototype.emit;
  vi.spyOn(pg.Client.prototype, 'emit').mockImplementation(function (this: pg.Client, name, ...values: unknown[]) {
    if (name === 'notice') keep(values[0]);
    return emit.call(this, name, ...values);
  });
  created = await createDatabase();
  const url = new URL(created.url);
  url.searchParams.set('options', EXPLAINING.map((setting) => `-c ${setting}`).join(' '));
  let jobs: JobEngineParts | undefined;
  const overrides = { startJobs: (parts: JobEngineParts) => startJobs((jobs = parts)) };
  world = await openWorld({ database: url.href }, overrides);
  const tables = await world.database.query<{ name: string; is_tenant: boolean }>(
    `SELECT class.relname::text AS name, EXISTS (
       SELECT FROM pg_attribute WHERE attrelid = class.oid AND attname = 'organization_id' AND NOT attisdropped) AS is_tenant
     FROM pg_class AS class JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
     WHERE namespace.nspname = 'whatsapp_optin' AND class.relkind IN ('r', 'p')`,
  );
  keys = new Map(tables.flatMap(({ name, is_tenant }) => (is_tenant ? [[name, 'organization_id']] : [])));
  keys.set('organizations', 'id');
  await liveThroughADay();
  for (const look of [...(jobs?.sweep ?? []), ...(jobs?.everyMinute ?? [])]) await look();
  for (const work of Object.values(jobs?.work ?? {})) await work();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world?.close();
  await created?.drop();
});

/** Customers, a host and staff, each once. */
async function liveThroughADay(): Promise<void> {
  for (const [ticketId, phone] of Object.entries({ 't-1': PHONE, 't-2': ERASED })) {
    await world.createTicket(ticketId, { phone, customerName: 'Sara' });
    const optIn = await world.createOptIn({ ticketId });
    await world.receive({ from: phone, text: optIn.message });
    await eventually('the welcome', () => world.textsTo(phone).length > 0);
    await world.readOptIn(optIn);
    await world.notify({ ticketId, type: 'your_turn' });
    await world.receive({ from: phone, text: 'where do I go?' });
  }
  const days = 'from=2026-01-01&to=2026-02-01';
  const lists = ['sessions', 'sessions?search=sara', 'sessions/stats', 'inbound-messages', 'notifications', 'consents'];
  const reports = ['analytics/opt-ins', 'analytics/deliveries', 'analytics/compliance'].map(
    (path) => `${path}?${days}`,
  );
  for (const path of [...lists, ...reports, 'settings', 'audit-log', 'dead-letters'])
    await world.request('GET', `/api/admin/${path}`, { key: ADMIN });
  await world.request('POST', '/api/admin/analytics/compliance/check', { key: ADMIN });
  await world.request('GET', `/api/contacts/${PHONE}/export`, { key: ADMIN });
  await world.request('DELETE', `/api/contacts/${ERASED}`, { key: SECRET });
  await world.receive({ from: PHONE, text: 'STOP' });
  await world.receive({ from: PHONE, text: 'START' });
  await world.request('GET', '/metrics', { key: ADMIN });
}

/** A condition on the key that picks one organization; `<> ALL` leaves some out. */
const picks = (condition: unknown, name: RegExp): boolean =>
  typeof condition === 'string' && name.test(condition.replaceAll(/\w+ <> ALL /g, ''));

const CONDITIONS = ['Index Cond', 'Recheck Cond', 'Filter'];

/** Tables that the plan reads without naming one organization, by a condition of the scan or of the join around it. */
function crossing(plan: Plan, around: readonly unknown[] = []): string[] {
  const joins = [...around, plan['Join Filter']];
  const below = (plan.Plans ?? []).flatMap((one) => crossing(one, joins));
  const { 'Relation Name': table, 'Node Type': kind, Alias: alias } = plan;
  const key = keys.get(table ?? '');
  // What a place names was found by a scan of the same statement.
  if (table === undefined || key === undefined || !kind.endsWith('Scan') || kind === 'Tid Scan') return below;
  const isNamed =
    CONDITIONS.some((name) => picks(plan[name], new RegExp(`\\b${key}\\b`))) ||
    joins.some((join) => picks(join, new RegExp(`\\b${alias ?? table}\\.${key}\\b`)));
  return isNamed ? below : [...below, table];
}

const short = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a statement of the server', () => {
  it('reads rows of one organization, unless it is listed with a reason', () => {
    expect(explained.size).toBeGreaterThan(100);
    const found = [...explained.values()]
      .filter(({ 'Query Text': text }) => text.includes('whatsapp_optin'))
      .map(({ 'Query Text': text, Plan: plan }) => ({ text: short(text), tables: [...new Set(crossing(plan))] }))
      .filter(({ tables }) => tables.length > 0);
    const isListed = (text: string) => CROSS_ORGANIZATIONS.some(({ statement }) => text.includes(statement));
    expect(found.filter(({ text }) => !isListed(text))).toEqual([]);
    // A line whose statement is gone is taken out. How one is planned may change with the size of its tables.
    const asked = [...explained.keys()].map(short);
    const isSeen = (statement: string) => asked.some((text) => text.includes(statement));
    expect(CROSS_ORGANIZATIONS.filter(({ statement }) => !isSeen(statement))).toEqual([]);
  });
});
