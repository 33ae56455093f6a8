import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oddRequestsOf, requestsWithOneOddText, SOME_ID, type OddRequest } from './openapi/odd-requests.js';
import { operationsOf, type OpenApiDocument, type Operation } from './openapi/operations.js';
import { ADMIN, PUBLISHABLE, SECRET, WEBHOOK_TOKEN, openWorld, type World } from './test-world.js';

/** Of each operation; the fault run sets more. */
const REQUESTS = Number(process.env['ODD_REQUESTS'] ?? 25);
const FIXED_SEED = 20261124;
/** New each time; it stands in the name of the tests, and `FUZZ_SEED` repeats it. */
const FRESH_SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
/** On a busy machine; what loops never answers. */
const LONGEST_ANSWER_MS = 5_000;

const GRANTED = [
  '/api/tickets/{ticketId}',
  '/api/opt-ins',
  '/api/notifications',
  '/api/admin/sessions',
  '/api/admin/inbound-messages',
  '/api/admin/analytics/opt-ins',
  '/api/admin/export/sessions.csv',
  '/api/admin/organization',
];

let world: World;
let document: OpenApiDocument;
let clientToken: string;
let optInId: string;
// One each: the requests change settings and end sessions.
beforeEach(async () => {
  world = await openWorld();
  document = (await (await world.request('GET', '/api/openapi.json')).json()) as OpenApiDocument;
  await world.createTicket('A001', { phone: '+966500000000' });
  ({ clientToken, id: optInId } = await world.createOptIn({ ticketId: 'A001' }));
});
afterEach(async () => {
  await world?.close();
});

describe('no route fails, loops or gives an answer of which the document says nothing', () => {
  it('to the requests of every run, many of which are granted', async () => {
    const { surprises, granted } = await askAll(drawn(FIXED_SEED));
    expect(surprises).toEqual({});
    // Else odd values would only ever meet a refusal at the door.
    expect([...granted]).toEqual(expect.arrayContaining(GRANTED));
  }, 120_000);

  it('to the example of each, with each odd text in each place', async () => {
    const { surprises } = await askAll((operation) => requestsWithOneOddText(document, operation));
    expect(surprises).toEqual({});
  }, 120_000);

  it(`to requests of this run alone (FUZZ_SEED=${FRESH_SEED})`, async () => {
    expect((await askAll(drawn(FRESH_SEED))).surprises).toEqual({});
  }, 120_000);
});

function drawn(seed: number): (operation: Operation) => OddRequest[] {
  return (operation) => fc.sample(oddRequestsOf(document, operation), { numRuns: REQUESTS, seed });
}

async function askAll(requestsFor: (operation: Operation) => OddRequest[]) {
  const surprises: Record<string, string> = {};
  const granted = new Set<string>();
  for (const operation of operationsOf(document)) {
    for (const request of requestsFor(operation)) {
      const { status, isWhole, tookMs } = await ask(operation, request);
      const isExpected = isWhole && status in operation.responses && (status < 500 || status === 503);
      if (!isExpected || tookMs > LONGEST_ANSWER_MS)
        surprises[`${status} ${operation.method} ${operation.path}`] ??= `${tookMs} ms: ${shown(request)}`;
      if (status < 400) granted.add(operation.path);
    }
  }
  return { surprises, granted };
}

/** With the right credentials, so that every odd value is read. */
async function ask(operation: Operation, { path, headers, body }: OddRequest) {
  const own = (text: string): string => text.replaceAll(SOME_ID, optInId);
  const [scheme = 'none'] = Object.keys(operation.security?.[0] ?? {});
  const key = { secretKey: SECRET, publishableKey: PUBLISHABLE, adminKey: ADMIN, clientToken }[scheme];
  const url = new URL(own(path), 'https://optin.clinic.example');
  if (scheme === 'webhookToken') url.searchParams.set('token', WEBHOOK_TOKEN);
  const startedAt = performance.now();
  const response = await world.app.fetch(
    new Request(url, {
      method: operation.method,
      headers: { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      ...(body !== null && { body: typeof body === 'string' ? own(body) : body }),
    }),
  );
  // An export that breaks off has answered 200 before.
  const isWhole = await (isStream(response) ? response.body!.cancel() : response.text()).then(
    () => true,
    () => false,
  );
  return { status: response.status, isWhole, tookMs: performance.now() - startedAt };
}

function isStream({ headers }: Response): boolean {
  return headers.get('content-type') === 'text/event-stream';
}

function shown({ path, body }: OddRequest): string {
  return `${path.slice(0, 300)} ${String(body).slice(0, 300)}`;
}
