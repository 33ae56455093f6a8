-- Outside a transaction: each index is built while other processes write.

-- Open sessions by their start, and those of an organization at all.
CREATE INDEX CONCURRENTLY whatsapp_sessions_active_by_start
  ON whatsapp_optin.whatsapp_sessions (organization_id, initiated_at, id) WHERE is_active;
DROP INDEX CONCURRENTLY IF EXISTS whatsapp_optin.whatsapp_sessions_active;

-- Of a time, the starts and the ends come from one index.
CREATE INDEX CONCURRENTLY whatsapp_sessions_by_start_with_end
  ON whatsapp_optin.whatsapp_sessions (organization_id, initiated_at, id) INCLUDE (expires_at);
DROP INDEX CONCURRENTLY IF EXISTS whatsapp_optin.whatsapp_sessions_by_start;

-- Sends of any tier by time: what the counts of a minute read. Takes the place of one for WhatsApp alone.
CREATE INDEX CONCURRENTLY notification_attempts_sent
  ON whatsapp_optin.notification_attempts (organization_id, at) WHERE status <> 'skipped';
DROP INDEX CONCURRENTLY IF EXISTS whatsapp_optin.notification_attempts_whatsapp;

-- What is forgotten by its age, where no key says it.
CREATE INDEX CONCURRENTLY sms_notifications_texts
  ON whatsapp_optin.sms_notifications (organization_id, created_at) WHERE message_content <> '';
CREATE INDEX CONCURRENTLY handled_events_handled ON whatsapp_optin.handled_events (organization_id, handled_at);
CREATE INDEX CONCURRENTLY tickets_changed ON whatsapp_optin.tickets (organization_id, updated_at);
-- A key of a message is deleted when no reply refers to it.
CREATE INDEX CONCURRENTLY owed_replies_message ON whatsapp_optin.owed_replies (organization_id, inbound_message_id);

-- Texts that are kept only while their run may continue.
CREATE INDEX CONCURRENTLY notification_logs_contents
  ON whatsapp_optin.notification_logs ((COALESCE(deadline_at, created_at)))
  WHERE content IS NOT NULL AND settled AND kind <> 'staff_reply';
