import type {
  AdminAccountAlert,
  CreateEventEndpointRequest,
  EventDelivery,
  EventEndpoint,
} from '@whatsapp-optin/sdk/contract';
import { json, pageOf, problem, type Answerer } from './pretend-admin.js';

const HOUR_MS = 3_600_000;
const ID = (last: number) => `01980000-0000-7000-8000-00000000e00${last}`;

function createEndpoints(now: number): EventEndpoint[] {
  const at = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  const base = { enabled: true, disabledReason: null, formerSecretUntil: null, pausedUntil: null, failures: 0 };
  return [
    {
      ...{ ...base, id: ID(1), url: 'https://tickets.clinic.example/events', description: 'Ticket system' },
      ...{ types: ['optin.connected', 'message.action'], lastSuccessAt: at(0.02), lastFailureAt: at(30) },
      ...{ pending: 0, dead: 0, createdAt: at(900), updatedAt: at(900) },
    },
    {
      ...{ ...base, id: ID(2), url: 'https://bi.clinic.example/in', description: '', types: [] },
      ...{ failures: 7, pausedUntil: at(-0.05), lastSuccessAt: at(26), lastFailureAt: at(0.01) },
      ...{ pending: 12, dead: 3, createdAt: at(400), updatedAt: at(26) },
    },
  ];
}

function createDeliveries(now: number): EventDelivery[] {
  return Array.from({ length: 6 }, (_, place): EventDelivery => {
    const at = new Date(now - (26 + place) * HOUR_MS).toISOString();
    const isDead = place < 3;
    return {
      ...{ eventId: `01980000-0000-7000-8000-00000000d00${place}`, ticketId: `visit-${place + 1}` },
      type: place % 2 === 0 ? 'optin.connected' : 'notification.settled',
      ...{ status: isDead ? 'dead' : 'delivered', tries: isDead ? 31 : 1, httpStatus: isDead ? 503 : 204 },
      ...{ lastError: isDead ? '503 Service Unavailable' : null, nextTryAt: null, createdAt: at, updatedAt: at },
    };
  });
}

function createAlert(now: number): AdminAccountAlert {
  return {
    ...{ id: ID(7), kind: 'quality', severity: 'warning', provider: 'meta', businessNumber: '+966500000000' },
    ...{ code: 'FLAGGED', message: 'The quality of the number is low: FLAGGED.' },
    occurredAt: new Date(now - 2 * HOUR_MS).toISOString(),
  };
}

/** Addresses of a story: one that works, one that fails. An address with "private" in it is refused. */
export function answerEvents(now: number, size: number): Answerer {
  let endpoints = size === 0 ? [] : createEndpoints(now);
  const deliveries = createDeliveries(now);
  return ({ method, path, query, body }) => {
    if (path === '/api/admin/account-alerts') return { items: size === 0 ? [] : [createAlert(now)] };
    if (!path.startsWith('/api/admin/webhooks')) return undefined;
    const [id = '', act] = path.split('/').slice(4);
    const endpoint = endpoints.find((one) => one.id === id);
    if (path === '/api/admin/webhooks') {
      if (method === 'GET') return { items: endpoints };
      const wanted = body as CreateEventEndpointRequest;
      if (wanted.url.includes('private')) return problem(422, 'UNPROCESSABLE', 'must lead to a public address.', 'url');
      const [pattern] = createEndpoints(now);
      const made = { ...pattern, ...wanted, id: ID(9), lastSuccessAt: null, lastFailureAt: null } as EventEndpoint;
      endpoints = [...endpoints, made];
      return json({ ...made, secret: 'whsec_ZXhhbXBsZSBzZWNyZXQgb2YgYSBzdG9yeQ==' }, 201);
    }
    if (!endpoint) return problem(404, 'NOT_FOUND', 'Events go to no address of this id.');
    if (act === 'deliveries') {
      const status = query.get('status');
      const found = deliveries.filter((one) => status === null || one.status === status);
      return pageOf(
        found.map((one) => ({ ...one, id: one.eventId })),
        query,
      );
    }
    if (act === 'rotate') return json({ ...endpoint, secret: 'whsec_YW5vdGhlciBzZWNyZXQgb2YgYSBzdG9yeQ==' }, 201);
    if (act === 'replay') return json({ events: endpoint.dead }, 202);
    if (act === 'test') return json({ eventId: ID(8) }, 202);
    if (method === 'DELETE') {
      endpoints = endpoints.filter((one) => one !== endpoint);
      return new Response(null, { status: 204 });
    }
    if (method !== 'PUT') return endpoint;
    const changed: EventEndpoint = { ...endpoint, ...(body as Partial<EventEndpoint>) };
    endpoints = endpoints.map((one) => (one === endpoint ? changed : one));
    return changed;
  };
}
