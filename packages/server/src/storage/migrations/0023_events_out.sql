-- Events for the host: each is written in the transaction of its fact, and delivered in order per ticket.

-- Where events go. Types: an empty list has all of them.
CREATE TABLE whatsapp_optin.event_endpoints (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  id uuid NOT NULL,
  url text NOT NULL,
  description text NOT NULL,
  types text[] NOT NULL DEFAULT '{}',
  -- Sealed.
  secret text NOT NULL,
  former_secret text,
  former_secret_until timestamptz,
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text CHECK (disabled_reason IN ('staff', 'gone')),
  -- Failures since the last success; after some of them nothing is posted for a while.
  failures integer NOT NULL DEFAULT 0,
  paused_until timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id)
);

-- What processes of the host listen to.
CREATE TABLE whatsapp_optin.event_listeners (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  type text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, type)
);

CREATE TABLE whatsapp_optin.events (
  organization_id text NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  -- What keeps its order: a ticket, else a person, else what the event is about.
  stream text NOT NULL,
  ticket_id text,
  contact_id uuid,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX events_created ON whatsapp_optin.events (created_at);
CREATE INDEX events_contact ON whatsapp_optin.events (organization_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX events_ticket ON whatsapp_optin.events (organization_id, ticket_id) WHERE ticket_id IS NOT NULL;

-- One row for each event and endpoint; the nil UUID stands for the listeners in the host's own processes.
CREATE TABLE whatsapp_optin.event_deliveries (
  organization_id text NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  position bigint NOT NULL,
  stream text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'dead')),
  tries integer NOT NULL DEFAULT 0,
  -- While a process posts it: when the others may.
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  first_tried_at timestamptz,
  http_status integer,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, endpoint_id, event_id)
) WITH (fillfactor = 80);
CREATE INDEX event_deliveries_due ON whatsapp_optin.event_deliveries (organization_id, endpoint_id, due_at)
  WHERE status = 'pending';
CREATE INDEX event_deliveries_stream ON whatsapp_optin.event_deliveries (organization_id, endpoint_id, stream, position)
  WHERE status = 'pending';
CREATE INDEX event_deliveries_dead ON whatsapp_optin.event_deliveries (organization_id, endpoint_id, event_id)
  WHERE status = 'dead';
CREATE INDEX event_deliveries_created ON whatsapp_optin.event_deliveries (created_at);

-- Up to when expired opt-ins have been emitted.
CREATE TABLE whatsapp_optin.event_progress (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  expired_since timestamptz NOT NULL,
  expired_until timestamptz NOT NULL,
  PRIMARY KEY (organization_id)
);

-- A UUID of version 7.
CREATE FUNCTION whatsapp_optin.new_event_id_v1() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(
    uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- A moment as `Date.prototype.toISOString` writes it.
CREATE FUNCTION whatsapp_optin.event_moment_v1(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Whether anybody of the organization wants this type: asked before an event is made of a fact.
CREATE FUNCTION whatsapp_optin.wants_event_v1(of_organization text, wanted text) RETURNS boolean LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM whatsapp_optin.event_endpoints AS endpoint
    WHERE endpoint.organization_id = of_organization AND endpoint.enabled
      AND (endpoint.types = '{}' OR wanted = ANY (endpoint.types)))
  OR EXISTS (
    SELECT FROM whatsapp_optin.event_listeners AS listener
    WHERE listener.organization_id = of_organization AND listener.type = wanted
      AND listener.seen_at > clock_timestamp() - interval '1 hour');
END $$;

-- Writes an event and what is owed of it: the one place where that is done.
CREATE FUNCTION whatsapp_optin.emit_event_v1(
  of_organization text, of_type text, of_ticket text, of_contact uuid, subject text, content jsonb
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  event whatsapp_optin.events;
BEGIN
  INSERT INTO whatsapp_optin.events AS made (organization_id, id, type, stream, ticket_id, contact_id, data)
  VALUES (of_organization, whatsapp_optin.new_event_id_v1(), of_type,
    CASE WHEN of_ticket IS NOT NULL THEN 'ticket ' || of_ticket
         WHEN of_contact IS NOT NULL THEN 'contact ' || of_contact ELSE 'subject ' || subject END,
    of_ticket, of_contact, jsonb_build_object('organizationId', of_organization) || content)
  RETURNING made.* INTO event;
  INSERT INTO whatsapp_optin.event_deliveries (organization_id, endpoint_id, event_id, type, position, stream)
  SELECT of_organization, wanting.id, event.id, of_type, event.position, event.stream
  FROM (
    SELECT endpoint.id FROM whatsapp_optin.event_endpoints AS endpoint
    WHERE endpoint.organization_id = of_organization AND endpoint.enabled
      AND (endpoint.types = '{}' OR of_type = ANY (endpoint.types))
    UNION ALL
    SELECT '00000000-0000-0000-0000-000000000000'::uuid FROM whatsapp_optin.event_listeners AS listener
    WHERE listener.organization_id = of_organization AND listener.type = of_type
      AND listener.seen_at > clock_timestamp() - interval '1 hour'
  ) AS wanting;
END $$;

CREATE FUNCTION whatsapp_optin.emit_opt_in_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text := 'optin.' || NEW.state;
BEGIN
  IF whatsapp_optin.wants_event_v1(NEW.organization_id, kind) THEN
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, kind, NEW.ticket_id, NEW.contact_id, NEW.id::text,
      jsonb_build_object('optInId', NEW.id, 'ticketId', NEW.ticket_id, 'ticketNumber', NEW.ticket_number, 'locale', NEW.locale)
      || CASE NEW.state
        WHEN 'connected' THEN jsonb_build_object('contactId', NEW.contact_id, 'messageId', NEW.inbound_message_id,
          'connectedAt', whatsapp_optin.event_moment_v1(NEW.connected_at))
        ELSE jsonb_build_object('reason', NEW.decline_reason) END);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER opt_ins_emit AFTER UPDATE OF state ON whatsapp_optin.opt_ins FOR EACH ROW
  WHEN (NEW.state IS DISTINCT FROM OLD.state AND NEW.state IN ('connected', 'declined'))
  EXECUTE FUNCTION whatsapp_optin.emit_opt_in_v1();

-- An opt-in that runs out changes no row: workers call this. Nothing older than an hour is news.
CREATE FUNCTION whatsapp_optin.emit_expired_opt_ins_v1() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  progress record;
  expired record;
  emitted integer := 0;
BEGIN
  FOR progress IN
    INSERT INTO whatsapp_optin.event_progress AS known (organization_id, expired_since, expired_until)
    SELECT organization.id, statement_timestamp(), statement_timestamp() FROM whatsapp_optin.organizations AS organization
    WHERE whatsapp_optin.wants_event_v1(organization.id, 'optin.expired') ORDER BY organization.id
    ON CONFLICT (organization_id) DO UPDATE SET
      expired_since = GREATEST(known.expired_until, statement_timestamp() - interval '1 hour'),
      expired_until = GREATEST(known.expired_until, statement_timestamp())
    RETURNING known.*
  LOOP
    -- Ids begin with their moment, and no opt-in lives longer than a day.
    FOR expired IN
      SELECT opt_in.* FROM whatsapp_optin.opt_ins AS opt_in
      WHERE opt_in.organization_id = progress.organization_id
        AND opt_in.id >= (lpad(to_hex((extract(epoch FROM progress.expired_since - interval '25 hours') * 1000)::bigint), 12, '0')
                          || '70008000000000000000')::uuid
        AND opt_in.state IN ('idle', 'waiting')
        AND opt_in.expires_at > progress.expired_since AND opt_in.expires_at <= progress.expired_until
    LOOP
      PERFORM whatsapp_optin.emit_event_v1(expired.organization_id, 'optin.expired', expired.ticket_id, NULL, expired.id::text,
        jsonb_build_object('optInId', expired.id, 'ticketId', expired.ticket_id, 'ticketNumber', expired.ticket_number,
          'locale', expired.locale, 'expiredAt', whatsapp_optin.event_moment_v1(expired.expires_at)));
      emitted := emitted + 1;
    END LOOP;
  END LOOP;
  RETURN emitted;
END $$;

CREATE FUNCTION whatsapp_optin.emit_session_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  content jsonb;
  reason text;
  kind text;
BEGIN
  -- A window that ran out, which nobody had marked yet, ends before the next one opens.
  IF TG_OP = 'UPDATE' AND OLD.is_active AND (NEW.epoch <> OLD.epoch OR NOT NEW.is_active)
    AND whatsapp_optin.wants_event_v1(NEW.organization_id, 'session.ended')
  THEN
    reason := CASE WHEN NEW.epoch = OLD.epoch THEN COALESCE(NEW.end_reason, 'expired') ELSE 'expired' END;
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, 'session.ended', OLD.ticket_id, OLD.contact_id, OLD.id::text,
      jsonb_build_object('sessionId', OLD.id, 'contactId', OLD.contact_id, 'ticketId', OLD.ticket_id,
        'businessNumber', OLD.business_number, 'reason', reason,
        'endedAt', whatsapp_optin.event_moment_v1(
          CASE WHEN reason = 'expired' THEN OLD.expires_at ELSE COALESCE(NEW.ended_at, NEW.expires_at) END)));
  END IF;
  IF NOT NEW.is_active THEN RETURN NULL; END IF;
  kind := CASE WHEN TG_OP = 'INSERT' OR NEW.epoch <> OLD.epoch THEN 'session.opened'
               WHEN NEW.expires_at > OLD.expires_at THEN 'session.renewed' END;
  IF kind IS NOT NULL AND whatsapp_optin.wants_event_v1(NEW.organization_id, kind) THEN
    content := jsonb_build_object('sessionId', NEW.id, 'contactId', NEW.contact_id, 'ticketId', NEW.ticket_id,
      'businessNumber', NEW.business_number, 'expiresAt', whatsapp_optin.event_moment_v1(NEW.expires_at));
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, kind, NEW.ticket_id, NEW.contact_id, NEW.id::text, content);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER whatsapp_sessions_emit_new AFTER INSERT ON whatsapp_optin.whatsapp_sessions FOR EACH ROW
  EXECUTE FUNCTION whatsapp_optin.emit_session_v1();
CREATE TRIGGER whatsapp_sessions_emit_changed AFTER UPDATE OF epoch, expires_at, is_active ON whatsapp_optin.whatsapp_sessions
  FOR EACH ROW WHEN (NEW.epoch <> OLD.epoch OR NEW.expires_at > OLD.expires_at OR NEW.is_active <> OLD.is_active)
  EXECUTE FUNCTION whatsapp_optin.emit_session_v1();

CREATE FUNCTION whatsapp_optin.emit_message_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ticket text := NEW.ticket_id;
BEGIN
  IF whatsapp_optin.wants_event_v1(NEW.organization_id, 'message.received') THEN
    -- A person without a known phone writes within the session of their ticket.
    IF ticket IS NULL AND NEW.session_id IS NOT NULL THEN
      SELECT session.ticket_id INTO ticket FROM whatsapp_optin.whatsapp_sessions AS session
      WHERE session.organization_id = NEW.organization_id AND session.id = NEW.session_id;
    END IF;
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, 'message.received', ticket, NEW.contact_id, NEW.id::text,
      jsonb_build_object('messageId', NEW.id, 'contactId', NEW.contact_id, 'ticketId', ticket,
        'sessionId', NEW.session_id, 'businessNumber', NEW.business_number, 'phoneNumber', NEW.phone_number,
        'contentType', NEW.content_type, 'text', NEW.message_content, 'keyword', NEW.keyword,
        'sentAt', whatsapp_optin.event_moment_v1(NEW.sent_at), 'receivedAt', whatsapp_optin.event_moment_v1(NEW.received_at)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER whatsapp_inbound_messages_emit_new AFTER INSERT ON whatsapp_optin.whatsapp_inbound_messages FOR EACH ROW
  WHEN (NEW.processed) EXECUTE FUNCTION whatsapp_optin.emit_message_v1();
CREATE TRIGGER whatsapp_inbound_messages_emit_confirmed AFTER UPDATE OF processed ON whatsapp_optin.whatsapp_inbound_messages
  FOR EACH ROW WHEN (NEW.processed AND NOT OLD.processed) EXECUTE FUNCTION whatsapp_optin.emit_message_v1();

CREATE FUNCTION whatsapp_optin.emit_action_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answered record;
BEGIN
  IF whatsapp_optin.wants_event_v1(NEW.organization_id, 'message.action') THEN
    SELECT log.id, log.ticket_id, attempt.contact_id INTO answered
    FROM whatsapp_optin.notification_attempts AS attempt
    JOIN whatsapp_optin.notification_logs AS log
      ON log.organization_id = attempt.organization_id AND log.id = attempt.notification_id
    WHERE attempt.organization_id = NEW.organization_id AND attempt.id = NEW.attempt_id;
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, 'message.action', answered.ticket_id, answered.contact_id,
      NEW.inbound_message_id::text,
      jsonb_build_object('action', NEW.action, 'ticketId', answered.ticket_id, 'notificationId', answered.id,
        'contactId', answered.contact_id, 'messageId', NEW.inbound_message_id,
        'receivedAt', whatsapp_optin.event_moment_v1(NEW.received_at)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER message_actions_emit AFTER INSERT ON whatsapp_optin.message_actions FOR EACH ROW
  WHEN (NEW.counted) EXECUTE FUNCTION whatsapp_optin.emit_action_v1();

CREATE FUNCTION whatsapp_optin.emit_consent_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text := 'consent.' || NEW.action;
BEGIN
  IF whatsapp_optin.wants_event_v1(NEW.organization_id, kind) THEN
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, kind, NEW.ticket_id, NEW.contact_id, NEW.id::text,
      jsonb_build_object('consentId', NEW.id, 'contactId', NEW.contact_id, 'ticketId', NEW.ticket_id, 'optInId', NEW.opt_in_id,
        'messageId', NEW.inbound_message_id, 'purpose', NEW.purpose, 'channel', NEW.channel, 'method', NEW.method,
        'recordedAt', whatsapp_optin.event_moment_v1(NEW.recorded_at)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER consents_emit AFTER INSERT ON whatsapp_optin.consents FOR EACH ROW
  EXECUTE FUNCTION whatsapp_optin.emit_consent_v1();

CREATE FUNCTION whatsapp_optin.emit_settled_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF whatsapp_optin.wants_event_v1(NEW.organization_id, 'notification.settled') THEN
    PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, 'notification.settled', NEW.ticket_id, NEW.contact_id, NEW.id::text,
      jsonb_build_object('notificationId', NEW.id, 'ticketId', NEW.ticket_id, 'contactId', NEW.contact_id, 'type', NEW.type,
        'success', NEW.success, 'method', NEW.method, 'reason', NEW.reason));
  END IF;
  RETURN NULL;
END $$;
-- A send that arrives after all is said once more.
CREATE TRIGGER notification_logs_emit AFTER UPDATE OF settled, success ON whatsapp_optin.notification_logs FOR EACH ROW
  WHEN (NEW.settled AND (NOT OLD.settled OR NEW.success <> OLD.success) AND NEW.kind IN ('ticket', 'message'))
  EXECUTE FUNCTION whatsapp_optin.emit_settled_v1();

CREATE FUNCTION whatsapp_optin.emit_delivered_v1() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  log record;
BEGIN
  IF whatsapp_optin.wants_event_v1(NEW.organization_id, 'notification.delivered') THEN
    SELECT found.ticket_id, found.type, found.kind INTO log FROM whatsapp_optin.notification_logs AS found
    WHERE found.organization_id = NEW.organization_id AND found.id = NEW.notification_id;
    IF log.kind IN ('ticket', 'message') THEN
      PERFORM whatsapp_optin.emit_event_v1(NEW.organization_id, 'notification.delivered', log.ticket_id, NEW.contact_id,
        NEW.notification_id::text,
        jsonb_build_object('notificationId', NEW.notification_id, 'attemptId', NEW.id, 'ticketId', log.ticket_id,
          'contactId', NEW.contact_id, 'type', log.type, 'tier', NEW.tier, 'late', NEW.late,
          'deliveredAt', whatsapp_optin.event_moment_v1(clock_timestamp())));
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notification_attempts_emit AFTER UPDATE OF status ON whatsapp_optin.notification_attempts FOR EACH ROW
  WHEN (NEW.status IN ('delivered', 'read') AND OLD.status NOT IN ('delivered', 'read'))
  EXECUTE FUNCTION whatsapp_optin.emit_delivered_v1();
