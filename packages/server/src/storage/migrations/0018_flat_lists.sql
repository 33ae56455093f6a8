-- Outside a transaction: each index is built while other processes write.

-- Open sessions by their start, and those of an organization at all.
CREATE INDEX CONCURRENTLY whatsapp_sessions_active_by_start
  ON whatsapp_optin.whatsapp_sessions (organization_id, initiated_at, id) WHERE is_active;
DROP INDEX CONCURRENTLY IF EXISTS whatsapp_optin.whatsapp_sessions_active;

-- Sends of any tier by time: what the counts of a minute read. Takes the place of one for WhatsApp alone.
CREATE INDEX CONCURRENTLY notification_attempts_sent
  ON whatsapp_optin.notification_attempts (organization_id, at) WHERE status <> 'skipped';
DROP INDEX CONCURRENTLY IF EXISTS whatsapp_optin.notification_attempts_whatsapp;

-- Texts that are kept only while their run may continue.
CREATE INDEX CONCURRENTLY notification_logs_contents
  ON whatsapp_optin.notification_logs ((COALESCE(deadline_at, created_at)))
  WHERE content IS NOT NULL AND settled AND kind <> 'staff_reply';
