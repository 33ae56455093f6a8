import { keepKey } from './inbound-statements.js';

/** Keeps a message that is not believed yet: it opens nothing, a STOP silences us at once, and a job asks its vendor. */
export const HOLD_MESSAGE = `
WITH clock AS (
  SELECT received_at, LEAST(COALESCE($9::timestamptz, received_at), received_at) AS sent_at
  FROM (SELECT clock_timestamp() AS received_at) AS read_once
),
${keepKey('pending')}
person AS (
  INSERT INTO whatsapp_optin.contacts AS contact (organization_id, id, pending_stops)
  SELECT $1::text, fresh.contact_id, CASE WHEN $17::text = 'stop' THEN ARRAY[fresh.id] ELSE '{}' END FROM fresh
  ON CONFLICT (organization_id, id) DO UPDATE SET pending_stops = contact.pending_stops || EXCLUDED.pending_stops
    WHERE EXCLUDED.pending_stops <> '{}'
),
message AS (
  INSERT INTO whatsapp_optin.whatsapp_inbound_messages
    (organization_id, received_at, id, contact_id, business_number, sent_at, provider, phone_number, sender_name,
     content_type, message_content, webhook_data, processed)
  SELECT $1::text, clock.received_at, fresh.id, fresh.contact_id, $8::text, fresh.sent_at, $2::text, $15::text, $12::text,
         $10::text, $11::text, $13::jsonb, false
  FROM fresh, clock
)
INSERT INTO whatsapp_optin.pending_messages (organization_id, id, provider, business_number, event)
SELECT $1::text, fresh.id, $2::text, $8::text, $14::jsonb FROM fresh
RETURNING id`;
