-- The first schema. Every key begins with the organization, so that the data shards by it.
-- Current state stands in plain tables with partial indexes; what is only ever appended is partitioned by month.

CREATE TABLE whatsapp_optin.organizations (
  id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 128),
  name text NOT NULL,
  whatsapp_number text,
  whatsapp_enabled boolean NOT NULL DEFAULT false,
  message_style text NOT NULL DEFAULT 'branded',
  default_locale text NOT NULL DEFAULT 'en',
  time_zone text NOT NULL DEFAULT 'UTC',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (NOT whatsapp_enabled OR whatsapp_number IS NOT NULL)
);

CREATE TABLE whatsapp_optin.vapid_keys (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id) ON DELETE CASCADE,
  public_key text NOT NULL,
  private_key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id)
);

-- A person, without any name of theirs: consents and proofs stand on this id, so that erasing the identities erases the person.
CREATE TABLE whatsapp_optin.contacts (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  id uuid NOT NULL,
  display_name text,
  locale text,
  opted_in_at timestamptz,
  opted_out_at timestamptz,
  opt_out_message_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id)
) WITH (fillfactor = 80);

CREATE TABLE whatsapp_optin.contact_identities (
  organization_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('e164', 'wa_id', 'bsuid', 'jid')),
  value text NOT NULL,
  contact_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, kind, value),
  FOREIGN KEY (organization_id, contact_id) REFERENCES whatsapp_optin.contacts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_identities_contact ON whatsapp_optin.contact_identities (organization_id, contact_id);

CREATE TABLE whatsapp_optin.tickets (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  id text NOT NULL CHECK (length(id) BETWEEN 1 AND 128),
  number text NOT NULL,
  phone text,
  customer_name text,
  locale text,
  department_name text,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'called', 'served', 'cancelled')),
  -- The person bound by an opt-in code. Bound once; a code never binds another in their place.
  contact_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, contact_id) REFERENCES whatsapp_optin.contacts (organization_id, id)
) WITH (fillfactor = 80);
CREATE INDEX tickets_open_phone ON whatsapp_optin.tickets (organization_id, phone, created_at DESC)
  WHERE phone IS NOT NULL AND status IN ('waiting', 'called');
CREATE INDEX tickets_contact ON whatsapp_optin.tickets (organization_id, contact_id) WHERE contact_id IS NOT NULL;

-- De-duplication for ever, and the proof behind every WhatsApp send: who wrote, to which number, when by the vendor's clock.
-- Holds no phone and no text, so that it outlives the messages' partitions.
CREATE TABLE whatsapp_optin.inbound_message_keys (
  organization_id text NOT NULL,
  contact_id uuid NOT NULL,
  business_number text NOT NULL,
  id uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  provider text NOT NULL,
  message_hash bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'accepted', 'rejected')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, contact_id, business_number, id, sent_at),
  UNIQUE (organization_id, provider, message_hash),
  FOREIGN KEY (organization_id, contact_id) REFERENCES whatsapp_optin.contacts (organization_id, id)
);
CREATE INDEX inbound_message_keys_id ON whatsapp_optin.inbound_message_keys (organization_id, id);

CREATE TABLE whatsapp_optin.whatsapp_sessions (
  organization_id text NOT NULL,
  id uuid NOT NULL,
  business_number text NOT NULL,
  contact_id uuid NOT NULL,
  phone_number text,
  initiated_at timestamptz NOT NULL,
  -- The true end. Whether a session is open is decided from this in each query; is_active is book-keeping.
  expires_at timestamptz NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  last_inbound_at timestamptz NOT NULL,
  last_message_id uuid NOT NULL,
  opened_by_message_id uuid NOT NULL,
  epoch integer NOT NULL DEFAULT 1,
  ended_at timestamptz,
  end_reason text,
  ticket_id text,
  customer_name text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, business_number, contact_id),
  FOREIGN KEY (organization_id, contact_id, business_number, last_message_id, last_inbound_at)
    REFERENCES whatsapp_optin.inbound_message_keys (organization_id, contact_id, business_number, id, sent_at)
) WITH (fillfactor = 80);
CREATE INDEX whatsapp_sessions_phone ON whatsapp_optin.whatsapp_sessions (organization_id, phone_number);
CREATE INDEX whatsapp_sessions_contact ON whatsapp_optin.whatsapp_sessions (organization_id, contact_id);
CREATE INDEX whatsapp_sessions_active_expiry ON whatsapp_optin.whatsapp_sessions (expires_at) WHERE is_active;
CREATE INDEX whatsapp_sessions_active ON whatsapp_optin.whatsapp_sessions (organization_id) WHERE is_active;
CREATE INDEX whatsapp_sessions_initiated ON whatsapp_optin.whatsapp_sessions (organization_id, initiated_at);

CREATE TABLE whatsapp_optin.opt_ins (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  id uuid NOT NULL,
  code_hash bytea NOT NULL,
  token_hash bytea NOT NULL,
  -- Set only by the host's server: what a claim of the code binds.
  ticket_id text,
  ticket_number text,
  message_style text NOT NULL,
  locale text NOT NULL,
  page_url text,
  -- The pre-written message without its code: what the customer agreed to, word for word.
  wording text NOT NULL,
  wording_hash bytea NOT NULL,
  state text NOT NULL DEFAULT 'idle' CHECK (state IN ('idle', 'waiting', 'connected', 'declined')),
  decline_reason text,
  expires_at timestamptz NOT NULL,
  contact_id uuid,
  business_number text NOT NULL,
  inbound_message_id uuid,
  connected_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, code_hash),
  FOREIGN KEY (organization_id, contact_id) REFERENCES whatsapp_optin.contacts (organization_id, id),
  CHECK ((state = 'connected') = (contact_id IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX opt_ins_code ON whatsapp_optin.opt_ins (code_hash);
CREATE INDEX opt_ins_ticket ON whatsapp_optin.opt_ins (organization_id, ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX opt_ins_contact ON whatsapp_optin.opt_ins (organization_id, contact_id, connected_at DESC)
  WHERE contact_id IS NOT NULL;

CREATE TABLE whatsapp_optin.whatsapp_inbound_messages (
  organization_id text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  business_number text NOT NULL,
  sent_at timestamptz NOT NULL,
  provider text NOT NULL,
  phone_number text,
  sender_name text,
  content_type text NOT NULL,
  message_content text NOT NULL,
  keyword text,
  session_id uuid,
  ticket_id text,
  opt_in_id uuid,
  webhook_data jsonb NOT NULL,
  processed boolean NOT NULL DEFAULT true,
  PRIMARY KEY (organization_id, received_at, id),
  FOREIGN KEY (organization_id, contact_id, business_number, id, sent_at)
    REFERENCES whatsapp_optin.inbound_message_keys (organization_id, contact_id, business_number, id, sent_at)
) PARTITION BY RANGE (received_at);
CREATE TABLE whatsapp_optin.whatsapp_inbound_messages_default
  PARTITION OF whatsapp_optin.whatsapp_inbound_messages DEFAULT;
CREATE INDEX whatsapp_inbound_messages_phone
  ON whatsapp_optin.whatsapp_inbound_messages (organization_id, phone_number, received_at DESC);
CREATE INDEX whatsapp_inbound_messages_id ON whatsapp_optin.whatsapp_inbound_messages (organization_id, id);

CREATE TABLE whatsapp_optin.opt_in_events (
  organization_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  id uuid NOT NULL,
  opt_in_id uuid NOT NULL,
  type text NOT NULL,
  PRIMARY KEY (organization_id, created_at, id)
) PARTITION BY RANGE (created_at);
CREATE TABLE whatsapp_optin.opt_in_events_default PARTITION OF whatsapp_optin.opt_in_events DEFAULT;
CREATE INDEX opt_in_events_opt_in ON whatsapp_optin.opt_in_events (organization_id, opt_in_id);

-- Append-only: what a person agreed to or withdrew, in which words, shown by which message of theirs.
CREATE TABLE whatsapp_optin.consents (
  organization_id text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('granted', 'withdrawn')),
  purpose text NOT NULL,
  channel text NOT NULL,
  method text NOT NULL CHECK (method IN ('opt_in_code', 'inbound_message', 'keyword')),
  wording text,
  wording_locale text,
  wording_hash bytea,
  page_origin text,
  ticket_id text,
  opt_in_id uuid,
  inbound_message_id uuid NOT NULL,
  provider text NOT NULL,
  message_sent_at timestamptz NOT NULL,
  evidence text NOT NULL CHECK (evidence IN ('signed_webhook', 'secret_url', 'read_back')),
  PRIMARY KEY (organization_id, recorded_at, id)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE whatsapp_optin.consents_default PARTITION OF whatsapp_optin.consents DEFAULT;
CREATE INDEX consents_contact ON whatsapp_optin.consents (organization_id, contact_id, recorded_at);

CREATE FUNCTION whatsapp_optin.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON whatsapp_optin.consents
  FOR EACH ROW EXECUTE FUNCTION whatsapp_optin.refuse_change();

-- A reply that we owe to an inbound message: the welcome of a session, the one confirmation of an opt-out.
CREATE TABLE whatsapp_optin.owed_replies (
  organization_id text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('welcome', 'opt_out_confirmation')),
  contact_id uuid NOT NULL,
  business_number text NOT NULL,
  inbound_message_id uuid NOT NULL,
  inbound_sent_at timestamptz NOT NULL,
  opt_in_id uuid,
  ticket_id text,
  status text NOT NULL DEFAULT 'due' CHECK (status IN ('due', 'claimed', 'done', 'dropped')),
  drop_reason text,
  tries integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, kind, inbound_message_id),
  FOREIGN KEY (organization_id, contact_id, business_number, inbound_message_id, inbound_sent_at)
    REFERENCES whatsapp_optin.inbound_message_keys (organization_id, contact_id, business_number, id, sent_at)
) WITH (fillfactor = 80);
CREATE INDEX owed_replies_due ON whatsapp_optin.owed_replies (due_at) WHERE status = 'due';
CREATE INDEX owed_replies_claimed ON whatsapp_optin.owed_replies (updated_at) WHERE status = 'claimed';

CREATE TABLE whatsapp_optin.notification_logs (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ticket', 'message', 'welcome', 'opt_out_confirmation')),
  type text,
  ticket_id text,
  contact_id uuid,
  locale text NOT NULL,
  success boolean NOT NULL DEFAULT false,
  settled boolean NOT NULL DEFAULT false,
  method text CHECK (method IN ('push', 'whatsapp_fallback', 'sms_fallback', 'none', 'push_only')),
  reason text,
  delivered_to text,
  push_attempted boolean NOT NULL DEFAULT false,
  push_success boolean NOT NULL DEFAULT false,
  whatsapp_attempted boolean NOT NULL DEFAULT false,
  whatsapp_success boolean NOT NULL DEFAULT false,
  whatsapp_error text,
  sms_attempted boolean NOT NULL DEFAULT false,
  sms_success boolean NOT NULL DEFAULT false,
  sms_error text,
  final_delivery_method text CHECK (final_delivery_method IN ('push', 'whatsapp', 'sms', 'none')),
  result text CHECK (result IN ('accepted', 'no_delivery_method')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id)
) WITH (fillfactor = 80);
CREATE INDEX notification_logs_created ON whatsapp_optin.notification_logs (organization_id, created_at DESC);
CREATE INDEX notification_logs_ticket ON whatsapp_optin.notification_logs (organization_id, ticket_id)
  WHERE ticket_id IS NOT NULL;
CREATE INDEX notification_logs_unsettled ON whatsapp_optin.notification_logs (created_at) WHERE NOT settled;

CREATE TABLE whatsapp_optin.notification_attempts (
  organization_id text NOT NULL,
  id uuid NOT NULL,
  notification_id uuid NOT NULL,
  tier text NOT NULL CHECK (tier IN ('push', 'whatsapp', 'sms', 'none')),
  attempt_number integer NOT NULL DEFAULT 1,
  status text NOT NULL CHECK (status IN ('claimed', 'accepted', 'sent', 'delivered', 'read', 'failed', 'skipped', 'unknown')),
  late boolean NOT NULL DEFAULT false,
  reason text,
  provider text,
  provider_message_id text,
  error_code text,
  contact_id uuid,
  business_number text,
  inbound_message_id uuid,
  inbound_sent_at timestamptz,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, notification_id, tier, attempt_number),
  FOREIGN KEY (organization_id, notification_id) REFERENCES whatsapp_optin.notification_logs (organization_id, id),
  FOREIGN KEY (organization_id, contact_id, business_number, inbound_message_id, inbound_sent_at)
    REFERENCES whatsapp_optin.inbound_message_keys (organization_id, contact_id, business_number, id, sent_at),
  -- The promise, as a constraint: no WhatsApp send without that person's own message to that number in the 24 hours before.
  CONSTRAINT whatsapp_only_in_answer CHECK (
    tier <> 'whatsapp' OR status = 'skipped' OR (
      contact_id IS NOT NULL AND business_number IS NOT NULL
      AND inbound_message_id IS NOT NULL AND inbound_sent_at IS NOT NULL
      AND at >= inbound_sent_at AND at < inbound_sent_at + interval '24 hours'
    )
  )
) WITH (fillfactor = 80);
CREATE INDEX notification_attempts_claimed ON whatsapp_optin.notification_attempts (at) WHERE status = 'claimed';
CREATE INDEX notification_attempts_provider_message
  ON whatsapp_optin.notification_attempts (organization_id, provider, provider_message_id)
  WHERE provider_message_id IS NOT NULL;

CREATE TABLE whatsapp_optin.sms_notifications (
  organization_id text NOT NULL,
  id uuid NOT NULL,
  phone_number text NOT NULL,
  message_content text NOT NULL,
  notification_type text NOT NULL,
  ticket_id text,
  sent_at timestamptz,
  delivery_status text NOT NULL DEFAULT 'pending' CHECK (delivery_status IN ('pending', 'delivered', 'failed')),
  provider_message_id text,
  cost_cents numeric(12, 4),
  error_message text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, id) REFERENCES whatsapp_optin.notification_attempts (organization_id, id)
);
CREATE INDEX sms_notifications_phone ON whatsapp_optin.sms_notifications (organization_id, phone_number);
CREATE INDEX sms_notifications_status ON whatsapp_optin.sms_notifications (organization_id, delivery_status);
CREATE INDEX sms_notifications_ticket ON whatsapp_optin.sms_notifications (organization_id, ticket_id);

-- Counted in the statement that claims an SMS, so that the daily limit is exact under any number of servers.
CREATE TABLE whatsapp_optin.sms_usage (
  organization_id text NOT NULL,
  day date NOT NULL,
  claimed integer NOT NULL,
  PRIMARY KEY (organization_id, day)
);

CREATE TABLE whatsapp_optin.push_subscriptions (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  id uuid NOT NULL,
  endpoint text NOT NULL,
  endpoint_hash bytea NOT NULL,
  p256dh text NOT NULL,
  auth text NOT NULL,
  ticket_id text,
  opt_in_id uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX push_subscriptions_target ON whatsapp_optin.push_subscriptions
  (organization_id, endpoint_hash, (COALESCE(ticket_id, '')), (COALESCE(opt_in_id, '00000000-0000-0000-0000-000000000000'::uuid)));
CREATE INDEX push_subscriptions_ticket ON whatsapp_optin.push_subscriptions (organization_id, ticket_id)
  WHERE ticket_id IS NOT NULL;

CREATE TABLE whatsapp_optin.idempotency_keys (
  organization_id text NOT NULL,
  route text NOT NULL,
  key_hash bytea NOT NULL,
  body_hash text NOT NULL,
  http_status integer,
  body text,
  claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, route, key_hash)
);
CREATE INDEX idempotency_keys_claimed ON whatsapp_optin.idempotency_keys (claimed_at);

-- Makes this month's partition and the next three of each append-only table. Rows of a month that has none lie in the
-- default partition, so that nothing is refused; such a month stays there.
CREATE FUNCTION whatsapp_optin.ensure_partitions() RETURNS void LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  parent text;
  month timestamptz;
BEGIN
  FOREACH parent IN ARRAY ARRAY['whatsapp_inbound_messages', 'opt_in_events', 'consents'] LOOP
    FOR step IN 0..3 LOOP
      month := date_trunc('month', clock_timestamp()) + make_interval(months => step);
      BEGIN
        EXECUTE format(
          'CREATE TABLE IF NOT EXISTS whatsapp_optin.%I PARTITION OF whatsapp_optin.%I FOR VALUES FROM (%L) TO (%L)',
          parent || '_' || to_char(month, 'YYYY_MM'), parent, month, month + interval '1 month');
      EXCEPTION WHEN check_violation THEN
        NULL;
      END;
    END LOOP;
  END LOOP;
END $$;
SELECT whatsapp_optin.ensure_partitions();
