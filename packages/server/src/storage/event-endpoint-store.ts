import { EVENT_TYPES, type EventDelivery, type EventEndpoint, type EventType } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import type { EventEndpointStore } from '../outbox/endpoint-store.js';
import type { Vault } from '../secrets/vault.js';
import type { Database, Row } from './database.js';
import { cursorMoment, isoMoment, PageQuery, toPage } from './page-query.js';

/** Each multiplies what every event costs. */
const MAX_ENDPOINTS = 20;

const counted = (status: string): string => `(SELECT count(*)::int FROM (
    SELECT FROM whatsapp_optin.event_deliveries AS owed
    WHERE owed.organization_id = endpoint.organization_id AND owed.endpoint_id = endpoint.id AND owed.status = '${status}'
    LIMIT 10000) AS counted)`;

const COLUMNS = `endpoint.id, endpoint.url, endpoint.description, endpoint.types, endpoint.enabled,
  endpoint.disabled_reason AS "disabledReason", endpoint.failures,
  CASE WHEN endpoint.former_secret_until > clock_timestamp() THEN ${isoMoment('endpoint.former_secret_until')} END AS "formerSecretUntil",
  CASE WHEN endpoint.paused_until > clock_timestamp() THEN ${isoMoment('endpoint.paused_until')} END AS "pausedUntil",
  ${isoMoment('endpoint.last_success_at')} AS "lastSuccessAt", ${isoMoment('endpoint.last_failure_at')} AS "lastFailureAt",
  ${counted('pending')} AS pending, ${counted('dead')} AS dead,
  ${isoMoment('endpoint.created_at')} AS "createdAt", ${isoMoment('endpoint.updated_at')} AS "updatedAt"`;

const LIST = `SELECT ${COLUMNS} FROM whatsapp_optin.event_endpoints AS endpoint
WHERE endpoint.organization_id = $1::text AND ($2::uuid IS NULL OR endpoint.id = $2::uuid) ORDER BY endpoint.id`;

const INSERT = `
INSERT INTO whatsapp_optin.event_endpoints AS endpoint (organization_id, id, url, description, types, secret)
SELECT $1::text, $2::uuid, $3::text, $4::text, $5::text[], $6::text
WHERE (SELECT count(*) FROM whatsapp_optin.event_endpoints WHERE organization_id = $1::text) < ${MAX_ENDPOINTS}
RETURNING ${COLUMNS}`;

/** Whoever enables it again begins without its former failures. */
const UPDATE = `
UPDATE whatsapp_optin.event_endpoints AS endpoint
SET url = COALESCE($3::text, url), description = COALESCE($4::text, description), types = COALESCE($5::text[], types),
    enabled = COALESCE($6::boolean, enabled),
    disabled_reason = CASE WHEN $6::boolean THEN NULL WHEN NOT $6::boolean THEN 'staff' ELSE disabled_reason END,
    failures = CASE WHEN $6::boolean OR $3::text IS NOT NULL THEN 0 ELSE failures END,
    paused_until = CASE WHEN $6::boolean OR $3::text IS NOT NULL THEN NULL ELSE paused_until END,
    updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid
RETURNING ${COLUMNS}`;

const ROTATE = `
UPDATE whatsapp_optin.event_endpoints AS endpoint
SET former_secret = CASE WHEN $4::int > 0 THEN secret END,
    former_secret_until = CASE WHEN $4::int > 0 THEN clock_timestamp() + make_interval(hours => $4::int) END,
    secret = $3::text, updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid
RETURNING ${COLUMNS}`;

const DELETE = `
WITH owed AS (
  DELETE FROM whatsapp_optin.event_deliveries WHERE organization_id = $1::text AND endpoint_id = $2::uuid
)
DELETE FROM whatsapp_optin.event_endpoints WHERE organization_id = $1::text AND id = $2::uuid RETURNING id`;

const AGAIN = `status = 'pending', tries = 0, first_tried_at = NULL, due_at = clock_timestamp(), updated_at = clock_timestamp()`;

/** An event from before the endpoint was made, or of a type that it does not want, is owed once staff ask for it. */
const REPLAY_ONE = `
INSERT INTO whatsapp_optin.event_deliveries AS owed (organization_id, endpoint_id, event_id, type, position, stream)
SELECT event.organization_id, endpoint.id, event.id, event.type, event.position, event.stream
FROM whatsapp_optin.events AS event
JOIN whatsapp_optin.event_endpoints AS endpoint ON endpoint.organization_id = event.organization_id AND endpoint.id = $2::uuid
WHERE event.organization_id = $1::text AND event.id = $3::uuid
ON CONFLICT (organization_id, endpoint_id, event_id) DO UPDATE SET ${AGAIN}
RETURNING event_id`;

const REPLAY_DEAD = `
WITH again AS (
  UPDATE whatsapp_optin.event_deliveries AS owed SET ${AGAIN}
  FROM whatsapp_optin.events AS event
  WHERE owed.organization_id = $1::text AND owed.endpoint_id = $2::uuid AND owed.status = 'dead'
    AND event.organization_id = $1::text AND event.id = owed.event_id
    AND event.created_at >= $3::timestamptz AND event.created_at < $4::timestamptz
  RETURNING 1
)
SELECT count(*)::int AS events FROM again`;

const REPLAY_ALL = `
WITH again AS (
  INSERT INTO whatsapp_optin.event_deliveries AS owed (organization_id, endpoint_id, event_id, type, position, stream)
  SELECT event.organization_id, endpoint.id, event.id, event.type, event.position, event.stream
  FROM whatsapp_optin.events AS event
  JOIN whatsapp_optin.event_endpoints AS endpoint ON endpoint.organization_id = event.organization_id AND endpoint.id = $2::uuid
  WHERE event.organization_id = $1::text AND event.created_at >= $3::timestamptz AND event.created_at < $4::timestamptz
    AND (endpoint.types = '{}' OR event.type = ANY (endpoint.types))
  ORDER BY event.position
  ON CONFLICT (organization_id, endpoint_id, event_id) DO UPDATE SET ${AGAIN}
  RETURNING 1
)
SELECT count(*)::int AS events FROM again`;

const EMIT_TEST = `
WITH event AS (
  INSERT INTO whatsapp_optin.events (organization_id, id, type, stream, data)
  VALUES ($1::text, $2::uuid, 'account.alert', 'subject ' || $2::uuid, $4::jsonb)
  RETURNING *
)
INSERT INTO whatsapp_optin.event_deliveries (organization_id, endpoint_id, event_id, type, position, stream)
SELECT event.organization_id, $3::uuid, event.id, event.type, event.position, event.stream FROM event`;

interface EndpointRow extends Row, Omit<EventEndpoint, 'types'> {
  types: string[];
}

interface DeliveryRow extends Row, Omit<EventDelivery, 'type'> {
  id: string;
  type: string;
  cursor_value: string;
}

export function createEventEndpointStore(database: Database, vault: Pick<Vault, 'seal'>): EventEndpointStore {
  const one = async (text: string, values: readonly unknown[]): Promise<EventEndpoint | null> => {
    const [row] = await database.query<EndpointRow>(text, values);
    return row === undefined ? null : toEndpoint(row);
  };
  return {
    list: async (organizationId) => (await database.query<EndpointRow>(LIST, [organizationId, null])).map(toEndpoint),
    find: (organizationId, id) => one(LIST, [organizationId, id]),
    insert(organizationId, { url, description, types, secret }) {
      const sealed = vault.seal(organizationId, 'webhook', secret);
      return one(INSERT, [organizationId, uuidv7(), url, description, types, sealed]);
    },
    update: (organizationId, id, { url, description, types, enabled }) =>
      one(UPDATE, [organizationId, id, url ?? null, description ?? null, types ?? null, enabled ?? null]),
    delete: async (organizationId, id) => (await database.query(DELETE, [organizationId, id])).length > 0,
    rotate: (organizationId, id, { secret, overlapHours }) =>
      one(ROTATE, [organizationId, id, vault.seal(organizationId, 'webhook', secret), overlapHours]),
    async deliveries(organizationId, { endpointId, status, type, ...request }) {
      const query = new PageQuery(organizationId, 'delivery.organization_id = $1::text');
      query.where(endpointId, (at) => `delivery.endpoint_id = ${at}::uuid`);
      query.where(status, (at) => `delivery.status = ${at}::text`).where(type, (at) => `delivery.type = ${at}::text`);
      const order = {
        ...{ column: 'delivery.created_at', type: 'timestamptz', id: 'delivery.event_id', descending: true },
      };
      const text = `
SELECT delivery.event_id AS id, delivery.event_id AS "eventId", delivery.type, delivery.status, delivery.tries,
  (SELECT event.ticket_id FROM whatsapp_optin.events AS event
   WHERE event.organization_id = delivery.organization_id AND event.id = delivery.event_id) AS "ticketId",
  delivery.http_status AS "httpStatus", delivery.last_error AS "lastError",
  CASE WHEN delivery.status = 'pending' THEN ${isoMoment('delivery.due_at')} END AS "nextTryAt",
  ${isoMoment('delivery.created_at')} AS "createdAt", ${isoMoment('delivery.updated_at')} AS "updatedAt",
  ${cursorMoment('delivery.created_at')} AS cursor_value
FROM whatsapp_optin.event_deliveries AS delivery ${query.page(request, order)}`;
      return toPage(await database.query<DeliveryRow>(text, query.values), request.limit, toDelivery);
    },
    replayOne: async (organizationId, id, eventId) =>
      (await database.query(REPLAY_ONE, [organizationId, id, eventId])).length,
    async replayRange(organizationId, id, { since, until, which }) {
      const text = which === 'dead' ? REPLAY_DEAD : REPLAY_ALL;
      const [row] = await database.query<{ events: number }>(text, [organizationId, id, since, until]);
      return row?.events ?? 0;
    },
    async emitTest(organizationId, id) {
      const eventId = uuidv7();
      const data = {
        ...{ organizationId, kind: 'test', severity: 'info', provider: 'whatsapp-optin', businessNumber: null },
        ...{ code: 'TEST', message: 'A test event, sent by staff.', occurredAt: new Date().toISOString() },
      };
      await database.query(EMIT_TEST, [organizationId, eventId, id, JSON.stringify(data)]);
      return eventId;
    },
  };
}

function toType(type: string): EventType {
  const known = EVENT_TYPES.find((one) => one === type);
  if (known === undefined) throw new Error(`The stored event has the unknown type "${type}".`);
  return known;
}

function toEndpoint({ types, ...row }: EndpointRow): EventEndpoint {
  return { ...row, types: types.map(toType) };
}

function toDelivery({ cursor_value: _cursor, id: _id, type, ...row }: DeliveryRow): EventDelivery {
  return { ...row, type: toType(type) };
}
