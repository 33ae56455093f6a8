-- What vendors say after a send, what is not believed yet, what belongs to nobody, and walks that go on later.

-- Every status a vendor reported, once each. One that comes before its send is stored waits here without an attempt.
CREATE TABLE whatsapp_optin.delivery_statuses (
  organization_id text NOT NULL,
  provider text NOT NULL,
  message_hash bytea NOT NULL,
  status text NOT NULL CHECK (status IN ('accepted', 'sent', 'delivered', 'read', 'failed')),
  attempt_id uuid,
  correlation_id uuid,
  at timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  error_code text,
  action text,
  price_amount numeric(14, 6),
  price_currency text,
  price_category text,
  price_billable boolean,
  PRIMARY KEY (organization_id, provider, message_hash, status)
);
CREATE INDEX delivery_statuses_waiting ON whatsapp_optin.delivery_statuses (received_at) WHERE attempt_id IS NULL;
CREATE INDEX delivery_statuses_attempt ON whatsapp_optin.delivery_statuses (organization_id, attempt_id)
  WHERE attempt_id IS NOT NULL;

ALTER TABLE whatsapp_optin.notification_attempts
  ADD COLUMN price_amount numeric(14, 6),
  ADD COLUMN price_currency text,
  ADD COLUMN price_category text,
  ADD COLUMN price_billable boolean,
  -- Where the vendor's id is looked up by a status, which brings it back: it holds a phone, so only its digest is an index.
  ADD COLUMN message_hash bytea;
CREATE INDEX notification_attempts_message_hash
  ON whatsapp_optin.notification_attempts (organization_id, provider, message_hash) WHERE message_hash IS NOT NULL;
DROP INDEX whatsapp_optin.notification_attempts_provider_message;

-- A walk that may go on: what is to be said, which tiers are left, until when it is worth saying.
ALTER TABLE whatsapp_optin.notification_logs
  ADD COLUMN content jsonb,
  ADD COLUMN tiers_left text[] NOT NULL DEFAULT '{}',
  -- The tier whose outcome is waited for. Changed by one conditional update: of a status and a timer, one advances.
  ADD COLUMN waiting_tier text,
  ADD COLUMN waiting_for text,
  ADD COLUMN step integer NOT NULL DEFAULT 0,
  -- When the walk goes on if nothing is heard, or a refused send is tried again.
  ADD COLUMN due_at timestamptz,
  ADD COLUMN deadline_at timestamptz;
CREATE INDEX notification_logs_due ON whatsapp_optin.notification_logs (due_at) WHERE due_at IS NOT NULL;

-- Messages of a webhook that is not signed: a session opens when the vendor has confirmed them.
CREATE TABLE whatsapp_optin.pending_messages (
  organization_id text NOT NULL,
  id uuid NOT NULL,
  provider text NOT NULL,
  business_number text NOT NULL,
  event jsonb NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX pending_messages_due ON whatsapp_optin.pending_messages (due_at);

-- Events that are handled once and are no messages of a person: number changes.
CREATE TABLE whatsapp_optin.handled_events (
  organization_id text NOT NULL,
  provider text NOT NULL,
  event_hash bytea NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, provider, event_hash)
);

-- Genuine, and of no use to us: unknown types, malformed items, numbers that nobody here has (organization_id is empty).
CREATE TABLE whatsapp_optin.kept_events (
  organization_id text NOT NULL,
  provider text NOT NULL,
  event_hash bytea NOT NULL,
  why text NOT NULL,
  webhook_data jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, provider, event_hash)
);
CREATE INDEX kept_events_received ON whatsapp_optin.kept_events (received_at);

-- The text beside the button, as the page says that it was shown.
ALTER TABLE whatsapp_optin.opt_ins
  ADD COLUMN consent_version text,
  ADD COLUMN consent_locale text,
  ADD COLUMN consent_hash text,
  ADD COLUMN consent_text text;
ALTER TABLE whatsapp_optin.consents
  ADD COLUMN consent_version text,
  ADD COLUMN consent_locale text,
  ADD COLUMN consent_hash text,
  ADD COLUMN consent_text text;

-- The other spelling of a Brazilian, Mexican or Argentine mobile: matches, and is never written to.
ALTER TABLE whatsapp_optin.contact_identities ADD COLUMN derived boolean NOT NULL DEFAULT false;

-- A vendor, too, can tell that a person wants no more; then there is no message of theirs. Nothing but a message grants.
ALTER TABLE whatsapp_optin.consents
  DROP CONSTRAINT consents_method_check,
  ADD CONSTRAINT consents_method_check CHECK (method IN ('opt_in_code', 'inbound_message', 'keyword', 'vendor_report')),
  ALTER COLUMN inbound_message_id DROP NOT NULL,
  ALTER COLUMN message_sent_at DROP NOT NULL,
  ADD CONSTRAINT consents_granted_by_message CHECK (action <> 'granted' OR inbound_message_id IS NOT NULL);

-- A number that its vendor has blocked or throttled for good: nothing is sent from it until then, and staff are told.
CREATE TABLE whatsapp_optin.channel_pauses (
  organization_id text NOT NULL,
  business_number text NOT NULL,
  provider text NOT NULL,
  error_code text,
  paused_until timestamptz NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, business_number)
);
