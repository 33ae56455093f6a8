-- Renewal notices, the consent chain, what organizations choose, parked work, the cost of SMS.

-- One notice per session and epoch, whoever looks.
CREATE TABLE whatsapp_optin.renewal_notices (
  organization_id text NOT NULL,
  session_id uuid NOT NULL,
  epoch integer NOT NULL,
  contact_id uuid NOT NULL,
  business_number text NOT NULL,
  ticket_id text NOT NULL,
  -- The end of the window as the notice found it: a message between the two renewed it.
  expires_at timestamptz NOT NULL,
  notification_id uuid,
  sent boolean,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, session_id, epoch),
  FOREIGN KEY (organization_id, session_id) REFERENCES whatsapp_optin.whatsapp_sessions (organization_id, id)
);
CREATE INDEX renewal_notices_created ON whatsapp_optin.renewal_notices (organization_id, created_at DESC);

-- Consents that are not in the chain yet; filled with each consent, whatever statement writes it.
CREATE TABLE whatsapp_optin.unsealed_consents (
  organization_id text NOT NULL,
  recorded_at timestamptz NOT NULL,
  consent_id uuid NOT NULL,
  PRIMARY KEY (organization_id, recorded_at, consent_id)
);
CREATE FUNCTION whatsapp_optin.await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO whatsapp_optin.unsealed_consents (organization_id, recorded_at, consent_id)
  VALUES (NEW.organization_id, NEW.recorded_at, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER consents_await_seal AFTER INSERT ON whatsapp_optin.consents
  FOR EACH ROW EXECUTE FUNCTION whatsapp_optin.await_seal();
INSERT INTO whatsapp_optin.unsealed_consents (organization_id, recorded_at, consent_id)
  SELECT organization_id, recorded_at, id FROM whatsapp_optin.consents;

-- The chain: each seal holds the hash of its consent and of the seal before.
CREATE TABLE whatsapp_optin.consent_seals (
  organization_id text NOT NULL,
  position bigint NOT NULL,
  consent_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, position),
  UNIQUE (organization_id, consent_id)
);
CREATE TRIGGER consent_seals_append_only BEFORE UPDATE OR DELETE ON whatsapp_optin.consent_seals
  FOR EACH ROW EXECUTE FUNCTION whatsapp_optin.refuse_change();

ALTER TABLE whatsapp_optin.organizations
  -- Local times; null: none. A start after the end is a night.
  ADD COLUMN quiet_from time,
  ADD COLUMN quiet_until time,
  ADD COLUMN renewal_enabled boolean NOT NULL DEFAULT true,
  -- What a bare "cancel" means here: the booking, which staff look after, or the messages.
  ADD COLUMN cancel_words text NOT NULL DEFAULT 'staff' CHECK (cancel_words IN ('staff', 'stop')),
  ADD COLUMN sms_daily_limit integer CHECK (sms_daily_limit >= 0),
  ADD COLUMN sms_allowed_countries text[];

-- Texts of an organization's own, in place of ours.
CREATE TABLE whatsapp_optin.message_templates (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id) ON DELETE CASCADE,
  type text NOT NULL,
  locale text NOT NULL,
  body text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, type, locale)
);

-- A message that is nearly a STOP, or may mean the booking: for staff to read.
ALTER TABLE whatsapp_optin.whatsapp_inbound_messages ADD COLUMN flag text;

ALTER TABLE whatsapp_optin.owed_replies DROP CONSTRAINT owed_replies_status_check;
ALTER TABLE whatsapp_optin.owed_replies
  ADD CONSTRAINT owed_replies_status_check CHECK (status IN ('due', 'claimed', 'done', 'dropped', 'parked')),
  ADD COLUMN failures integer NOT NULL DEFAULT 0,
  ADD COLUMN last_error text;
CREATE INDEX owed_replies_parked ON whatsapp_optin.owed_replies (organization_id) WHERE status = 'parked';
ALTER TABLE whatsapp_optin.pending_messages
  ADD COLUMN failures integer NOT NULL DEFAULT 0,
  ADD COLUMN last_error text,
  ADD COLUMN parked_at timestamptz;
DROP INDEX whatsapp_optin.pending_messages_due;
CREATE INDEX pending_messages_due ON whatsapp_optin.pending_messages (due_at) WHERE parked_at IS NULL;
ALTER TABLE whatsapp_optin.notification_logs
  ADD COLUMN failures integer NOT NULL DEFAULT 0,
  ADD COLUMN last_error text,
  ADD COLUMN parked_at timestamptz;
CREATE INDEX notification_logs_parked ON whatsapp_optin.notification_logs (organization_id) WHERE parked_at IS NOT NULL;

-- Estimated from the segments until the vendor tells the price.
ALTER TABLE whatsapp_optin.sms_notifications
  ADD COLUMN segments integer,
  ADD COLUMN cost_is_estimated boolean NOT NULL DEFAULT true;
CREATE INDEX sms_notifications_created ON whatsapp_optin.sms_notifications (organization_id, created_at);

-- What a remembered request did; a repetition after a crash finds it instead of doing it again.
ALTER TABLE whatsapp_optin.idempotency_keys ADD COLUMN claim_id uuid;
