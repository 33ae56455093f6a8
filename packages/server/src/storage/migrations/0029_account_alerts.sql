-- Outside a transaction: the index is built while other processes write.

-- What a platform said of an account lately, among all events.
CREATE INDEX CONCURRENTLY events_account_alerts
  ON whatsapp_optin.events (organization_id, created_at DESC) WHERE type = 'account.alert';
