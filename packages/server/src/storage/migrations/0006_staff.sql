-- The staff's side: keys, sign-ins, what staff did, lists that answer from an index, and people who were erased.

CREATE TABLE whatsapp_optin.admin_keys (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'manager')),
  scopes text[] NOT NULL,
  -- The key itself is shown once and kept nowhere.
  key_hash bytea NOT NULL,
  hint text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, key_hash)
);

-- Cookies of signed-in browsers and short-lived tokens for the host's own pages; of both only digests.
CREATE TABLE whatsapp_optin.staff_sessions (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('cookie', 'token')),
  -- The key that was exchanged: a stored one, or the digest of a configured one. Neither: a token of the host's backend.
  key_id uuid,
  configured_hash text,
  role text NOT NULL CHECK (role IN ('viewer', 'manager')),
  scopes text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, token_hash)
);
CREATE INDEX staff_sessions_expiry ON whatsapp_optin.staff_sessions (expires_at);

-- What staff did. Holds no phone, no text and no key.
CREATE TABLE whatsapp_optin.staff_audit (
  organization_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  id uuid NOT NULL,
  actor_name text NOT NULL,
  actor_role text,
  actor_by text NOT NULL,
  action text NOT NULL,
  target text,
  details jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (organization_id, at, id)
);
CREATE INDEX staff_audit_action ON whatsapp_optin.staff_audit (organization_id, action, at, id);

-- Days by kind, where the organization chose its own.
ALTER TABLE whatsapp_optin.organizations ADD COLUMN retention_days jsonb NOT NULL DEFAULT '{}';
-- Names and phones that may be forgotten one day; a row leaves its index when it is.
CREATE INDEX whatsapp_sessions_named ON whatsapp_optin.whatsapp_sessions (organization_id, expires_at)
  WHERE phone_number IS NOT NULL OR customer_name IS NOT NULL;
CREATE INDEX tickets_named ON whatsapp_optin.tickets (organization_id, updated_at)
  WHERE status IN ('served', 'cancelled') AND (phone IS NOT NULL OR customer_name IS NOT NULL);
CREATE INDEX notification_logs_named ON whatsapp_optin.notification_logs (organization_id, created_at)
  WHERE delivered_to IS NOT NULL;
CREATE INDEX sms_notifications_named ON whatsapp_optin.sms_notifications (organization_id, created_at)
  WHERE phone_number <> '' OR message_content <> '';

-- A keyed hash of each erased phone: nothing is sent to it by accident until its person writes again.
CREATE TABLE whatsapp_optin.erased_phones (
  organization_id text NOT NULL,
  phone_hash bytea NOT NULL,
  erased_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, phone_hash)
);

CREATE INDEX tickets_phone ON whatsapp_optin.tickets (organization_id, phone) WHERE phone IS NOT NULL;

-- How the last check of the whole chain of consents ended.
CREATE TABLE whatsapp_optin.consent_chain_checks (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id) ON DELETE CASCADE,
  result jsonb NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id)
);

-- What a session is searched by: words of the name, the ticket's number, the phone's digits and its last four. A search
-- is a range of this key, whatever the number of sessions.
CREATE TABLE whatsapp_optin.session_words (
  organization_id text NOT NULL,
  word text COLLATE "C" NOT NULL,
  session_id uuid NOT NULL,
  PRIMARY KEY (organization_id, word, session_id),
  FOREIGN KEY (organization_id, session_id) REFERENCES whatsapp_optin.whatsapp_sessions (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX session_words_session ON whatsapp_optin.session_words (organization_id, session_id);

CREATE FUNCTION whatsapp_optin.words_of(customer_name text, ticket_number text, phone text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT left(part.word, 60) FROM (
    SELECT regexp_split_to_table(
      lower(COALESCE(customer_name, '') || ' ' || COALESCE(ticket_number, '')), '[[:space:]!-/:-@\[-`{-~]+') AS word
    UNION ALL SELECT ltrim(phone, '+')
    UNION ALL SELECT right(phone, 4)
  ) AS part WHERE part.word <> ''
$$;

CREATE FUNCTION whatsapp_optin.keep_session_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM whatsapp_optin.session_words WHERE organization_id = NEW.organization_id AND session_id = NEW.id;
  END IF;
  INSERT INTO whatsapp_optin.session_words (organization_id, word, session_id)
  SELECT NEW.organization_id, word, NEW.id
  FROM whatsapp_optin.words_of(
    NEW.customer_name,
    (SELECT ticket.number FROM whatsapp_optin.tickets AS ticket
     WHERE ticket.organization_id = NEW.organization_id AND ticket.id = NEW.ticket_id),
    NEW.phone_number) AS word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER whatsapp_sessions_words_new AFTER INSERT ON whatsapp_optin.whatsapp_sessions
  FOR EACH ROW EXECUTE FUNCTION whatsapp_optin.keep_session_words();
CREATE TRIGGER whatsapp_sessions_words_changed AFTER UPDATE ON whatsapp_optin.whatsapp_sessions
  FOR EACH ROW WHEN (
    OLD.customer_name IS DISTINCT FROM NEW.customer_name OR OLD.phone_number IS DISTINCT FROM NEW.phone_number
    OR OLD.ticket_id IS DISTINCT FROM NEW.ticket_id)
  EXECUTE FUNCTION whatsapp_optin.keep_session_words();
INSERT INTO whatsapp_optin.session_words (organization_id, word, session_id)
  SELECT session.organization_id, word, session.id
  FROM whatsapp_optin.whatsapp_sessions AS session
  LEFT JOIN whatsapp_optin.tickets AS ticket
    ON ticket.organization_id = session.organization_id AND ticket.id = session.ticket_id
  CROSS JOIN LATERAL whatsapp_optin.words_of(session.customer_name, ticket.number, session.phone_number) AS word
  ON CONFLICT DO NOTHING;

-- Pages of a list begin where the one before ended: each order has its index, ties broken by the id.
CREATE INDEX whatsapp_sessions_by_expiry ON whatsapp_optin.whatsapp_sessions (organization_id, expires_at, id);
CREATE INDEX whatsapp_sessions_by_start ON whatsapp_optin.whatsapp_sessions (organization_id, initiated_at, id);
CREATE INDEX whatsapp_sessions_by_name ON whatsapp_optin.whatsapp_sessions (organization_id, (COALESCE(customer_name, '')), id);
CREATE INDEX whatsapp_sessions_ticket ON whatsapp_optin.whatsapp_sessions (organization_id, ticket_id)
  WHERE ticket_id IS NOT NULL;
DROP INDEX whatsapp_optin.whatsapp_sessions_initiated;

ALTER TABLE whatsapp_optin.whatsapp_inbound_messages ADD COLUMN seen_at timestamptz;
CREATE INDEX whatsapp_inbound_messages_contact
  ON whatsapp_optin.whatsapp_inbound_messages (organization_id, contact_id, received_at, id);
CREATE INDEX whatsapp_inbound_messages_ticket
  ON whatsapp_optin.whatsapp_inbound_messages (organization_id, ticket_id, received_at, id) WHERE ticket_id IS NOT NULL;
CREATE INDEX whatsapp_inbound_messages_unseen
  ON whatsapp_optin.whatsapp_inbound_messages (organization_id, received_at, id) WHERE seen_at IS NULL;
CREATE INDEX whatsapp_inbound_messages_flagged
  ON whatsapp_optin.whatsapp_inbound_messages (organization_id, received_at, id) WHERE flag IS NOT NULL;

CREATE INDEX notification_logs_by_time ON whatsapp_optin.notification_logs (organization_id, created_at, id);
CREATE INDEX notification_logs_by_method ON whatsapp_optin.notification_logs (organization_id, method, created_at, id);
CREATE INDEX notification_logs_by_reason ON whatsapp_optin.notification_logs (organization_id, reason, created_at, id)
  WHERE reason IS NOT NULL;
CREATE INDEX notification_logs_by_type ON whatsapp_optin.notification_logs (organization_id, type, created_at, id)
  WHERE type IS NOT NULL;
CREATE INDEX notification_logs_contact ON whatsapp_optin.notification_logs (organization_id, contact_id, created_at, id)
  WHERE contact_id IS NOT NULL;
CREATE INDEX notification_logs_waiting ON whatsapp_optin.notification_logs (organization_id, created_at, id)
  WHERE NOT settled;
DROP INDEX whatsapp_optin.notification_logs_created;

CREATE INDEX pending_messages_parked ON whatsapp_optin.pending_messages (organization_id) WHERE parked_at IS NOT NULL;
CREATE INDEX notification_attempts_odd ON whatsapp_optin.notification_attempts (organization_id, at, notification_id)
  WHERE late OR status = 'unknown';
CREATE INDEX notification_attempts_whatsapp ON whatsapp_optin.notification_attempts (organization_id, at)
  WHERE tier = 'whatsapp' AND status <> 'skipped';
CREATE INDEX notification_attempts_contact ON whatsapp_optin.notification_attempts (organization_id, contact_id)
  WHERE contact_id IS NOT NULL;
CREATE INDEX delivery_statuses_received ON whatsapp_optin.delivery_statuses (organization_id, received_at);
CREATE INDEX consents_action ON whatsapp_optin.consents (organization_id, action, recorded_at, id);
CREATE INDEX consents_ticket ON whatsapp_optin.consents (organization_id, ticket_id, recorded_at, id)
  WHERE ticket_id IS NOT NULL;

-- The proof, day by day, of the sends that were made before it was counted daily.
INSERT INTO whatsapp_optin.daily_counts (organization_id, day, name, count)
  SELECT sent.organization_id, sent.day, counted.name, counted.times
  FROM (
    SELECT attempt.organization_id, (attempt.at AT TIME ZONE organization.time_zone)::date AS day, count(*) AS sends,
           count(*) FILTER (WHERE NOT EXISTS (
             SELECT FROM whatsapp_optin.inbound_message_keys AS message
             WHERE message.organization_id = attempt.organization_id AND message.contact_id = attempt.contact_id
               AND message.business_number = attempt.business_number AND message.state = 'accepted'
               AND message.sent_at <= attempt.at AND message.sent_at > attempt.at - interval '24 hours')) AS unsolicited
    FROM whatsapp_optin.notification_attempts AS attempt
    JOIN whatsapp_optin.organizations AS organization ON organization.id = attempt.organization_id
    WHERE attempt.tier = 'whatsapp' AND attempt.status <> 'skipped'
    GROUP BY 1, 2
  ) AS sent
  CROSS JOIN LATERAL (VALUES ('whatsapp.sends', sent.sends), ('whatsapp.unsolicited', sent.unsolicited)) AS counted (name, times)
  ON CONFLICT DO NOTHING;
