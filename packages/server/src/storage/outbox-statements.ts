/** Stands for the listeners in the host's own processes. */
export const LISTENERS_ID = '00000000-0000-0000-0000-000000000000';

/** A try of a post is over long before. */
const POST_LEASE = `interval '30 seconds'`;
/** A listener may take its time. */
const LISTEN_LEASE = `interval '5 minutes'`;

/**
 * The first due events of each stream at a place: a later one waits for those before it. Followers of a failed event are due
 * with it, so that a long queue behind it is not read again and again.
 */
const heads = (place: string, condition: (row: string) => string): string => `
  SELECT delivery.organization_id, delivery.endpoint_id, delivery.event_id, delivery.due_at
  FROM whatsapp_optin.event_deliveries AS delivery
  WHERE delivery.organization_id = ${place}.organization_id AND delivery.endpoint_id = ${place}.id
    AND delivery.status = 'pending' AND delivery.due_at <= statement_timestamp() ${condition('delivery')}
    AND NOT EXISTS (
      SELECT FROM whatsapp_optin.event_deliveries AS former
      WHERE former.organization_id = delivery.organization_id AND former.endpoint_id = delivery.endpoint_id
        AND former.stream = delivery.stream AND former.status = 'pending' AND former.position < delivery.position
        ${condition('former')})
  ORDER BY delivery.due_at, delivery.position LIMIT $1::int FOR UPDATE SKIP LOCKED`;

const taken = (lease: string): string => `
  UPDATE whatsapp_optin.event_deliveries AS delivery
  SET tries = delivery.tries + 1, due_at = clock_timestamp() + ${lease},
      first_tried_at = COALESCE(delivery.first_tried_at, clock_timestamp()), updated_at = clock_timestamp()
  FROM due
  WHERE delivery.organization_id = due.organization_id AND delivery.endpoint_id = due.endpoint_id
    AND delivery.event_id = due.event_id
  RETURNING delivery.*`;

const COLUMNS = `taken.organization_id, taken.endpoint_id, taken.event_id, taken.tries, event.type, event.data, event.created_at,
  (extract(epoch FROM clock_timestamp() - taken.first_tried_at) * 1000)::float8 AS tried_for_ms`;

const EVENT = `JOIN whatsapp_optin.events AS event ON event.organization_id = taken.organization_id AND event.id = taken.event_id`;

/** `$1` how many, `$2` whose, `$3` whose not. */
export const TAKE_POSTS = `
WITH due AS MATERIALIZED (
  SELECT head.organization_id, head.endpoint_id, head.event_id
  FROM whatsapp_optin.event_endpoints AS endpoint
  CROSS JOIN LATERAL (${heads('endpoint', () => '')}) AS head
  WHERE endpoint.organization_id = ANY ($2::text[]) AND endpoint.organization_id <> ALL ($3::text[]) AND endpoint.enabled
    AND (endpoint.paused_until IS NULL OR endpoint.paused_until <= statement_timestamp())
  ORDER BY head.due_at LIMIT $1::int
), taken AS (${taken(POST_LEASE)})
SELECT ${COLUMNS}, endpoint.url, endpoint.secret,
  CASE WHEN endpoint.former_secret_until > clock_timestamp() THEN endpoint.former_secret END AS former_secret
FROM taken ${EVENT}
JOIN whatsapp_optin.event_endpoints AS endpoint
  ON endpoint.organization_id = taken.organization_id AND endpoint.id = taken.endpoint_id`;

/** `$4`: the types that this process listens to. */
export const TAKE_FOR_LISTENERS = `
WITH place AS (
  SELECT organization_id, '${LISTENERS_ID}'::uuid AS id FROM unnest($2::text[]) AS organization_id
  WHERE organization_id <> ALL ($3::text[])
), due AS MATERIALIZED (
  SELECT head.organization_id, head.endpoint_id, head.event_id
  FROM place CROSS JOIN LATERAL (${heads('place', (row) => `AND ${row}.type = ANY ($4::text[])`)}) AS head
  ORDER BY head.due_at LIMIT $1::int
), taken AS (${taken(LISTEN_LEASE)})
SELECT ${COLUMNS} FROM taken ${EVENT}`;

export const ITEM_COLUMNS = `organization_id text, endpoint_id uuid, event_id uuid, tries int, http_status int, error text,
  in_ms float8, pause_ms float8`;

const OF_ITEM = `delivery.organization_id = item.organization_id AND delivery.endpoint_id = item.endpoint_id
    AND delivery.event_id = item.event_id`;

/** Those behind in the stream that waited with it are due now. */
const followers = (from: string, set: string): string => `
  UPDATE whatsapp_optin.event_deliveries AS follower SET ${set}
  FROM ${from}
  WHERE follower.organization_id = ${from}.organization_id AND follower.endpoint_id = ${from}.endpoint_id
    AND follower.stream = ${from}.stream AND follower.status = 'pending' AND follower.position > ${from}.position`;

/** It has arrived, though another process may have taken it again meanwhile. A replay since then begins with no try: it stays due. */
export const RECORD_DELIVERED = (items: string): string => `
WITH item AS (SELECT * FROM ${items}),
done AS (
  UPDATE whatsapp_optin.event_deliveries AS delivery
  SET status = 'delivered', http_status = item.http_status, last_error = NULL, updated_at = clock_timestamp()
  FROM item WHERE ${OF_ITEM} AND delivery.status = 'pending' AND delivery.tries >= item.tries
  RETURNING delivery.*
), retried AS (SELECT * FROM done WHERE tries > 1), freed AS (
  ${followers('retried', 'due_at = LEAST(follower.due_at, clock_timestamp())')} AND follower.tries = 0
), well AS (
  UPDATE whatsapp_optin.event_endpoints AS endpoint
  SET failures = 0, paused_until = NULL, last_success_at = clock_timestamp()
  FROM (SELECT DISTINCT organization_id, endpoint_id FROM item) AS reached
  WHERE endpoint.organization_id = reached.organization_id AND endpoint.id = reached.endpoint_id
    AND (endpoint.failures > 0 OR endpoint.last_success_at IS NULL
      OR endpoint.last_success_at < clock_timestamp() - interval '1 minute')
)
SELECT 0 AS position`;

/** From the fifth failure on, the endpoint rests: 10 seconds, doubling up to 5 minutes; or as long as it asks. */
export const RECORD_FAILED = (items: string): string => `
WITH item AS (SELECT * FROM ${items}),
failed AS (
  UPDATE whatsapp_optin.event_deliveries AS delivery
  SET status = CASE WHEN item.in_ms IS NULL THEN 'dead' ELSE 'pending' END,
      due_at = clock_timestamp() + COALESCE(item.in_ms, 0) * interval '1 millisecond',
      http_status = item.http_status, last_error = item.error, updated_at = clock_timestamp()
  FROM item WHERE ${OF_ITEM} AND delivery.status = 'pending' AND delivery.tries = item.tries
  RETURNING delivery.*
), waiting AS (SELECT * FROM failed WHERE status = 'pending'), gone AS (SELECT * FROM failed WHERE status = 'dead'),
behind AS (
  ${followers('waiting', 'due_at = GREATEST(follower.due_at, waiting.due_at)')}
), freed AS (
  ${followers('gone', 'due_at = LEAST(follower.due_at, clock_timestamp())')} AND follower.tries = 0
), ill AS (
  UPDATE whatsapp_optin.event_endpoints AS endpoint
  SET failures = endpoint.failures + counted.failures, last_failure_at = clock_timestamp(),
      paused_until = CASE
        WHEN endpoint.failures + counted.failures < 5 AND counted.pause_ms = 0 THEN endpoint.paused_until
        ELSE GREATEST(endpoint.paused_until, clock_timestamp() + GREATEST(counted.pause_ms,
          CASE WHEN endpoint.failures + counted.failures < 5 THEN 0
               ELSE LEAST(300000, 10000 * 2 ^ LEAST(10, endpoint.failures + counted.failures - 5)) END
          ) * interval '1 millisecond') END
  FROM (SELECT organization_id, endpoint_id, count(*)::int AS failures, COALESCE(max(pause_ms), 0) AS pause_ms
        FROM item GROUP BY organization_id, endpoint_id) AS counted
  WHERE endpoint.organization_id = counted.organization_id AND endpoint.id = counted.endpoint_id
)
SELECT 0 AS position`;

export const DISABLE_GONE = `
UPDATE whatsapp_optin.event_endpoints
SET enabled = false, disabled_reason = 'gone', updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND enabled`;

export const LISTEN = `
INSERT INTO whatsapp_optin.event_listeners (organization_id, type)
SELECT organization_id, type FROM unnest($1::text[]) AS organization_id, unnest($2::text[]) AS type
ORDER BY organization_id, type
ON CONFLICT (organization_id, type) DO UPDATE SET seen_at = clock_timestamp()`;

export const HAS_ENDPOINTS = `
SELECT EXISTS (SELECT FROM whatsapp_optin.event_endpoints WHERE enabled AND organization_id = ANY ($1::text[])) AS found`;
