-- One person may be known under several contacts. A message that names them together proves it: the contacts are linked,
-- and no history is merged.

CREATE TABLE whatsapp_optin.contact_links (
  organization_id text NOT NULL,
  contact_id uuid NOT NULL,
  -- Shared by all contacts of the person.
  person_id uuid NOT NULL,
  -- The message that named them together.
  inbound_message_id uuid NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, contact_id),
  FOREIGN KEY (organization_id, contact_id) REFERENCES whatsapp_optin.contacts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_links_person ON whatsapp_optin.contact_links (organization_id, person_id);

-- Whose message it was that may come a second time under another name.
ALTER TABLE whatsapp_optin.handled_events ADD COLUMN contact_id uuid, ADD COLUMN inbound_message_id uuid;

-- When the send was made that did not reach the person: what they wrote before it proves nothing.
ALTER TABLE whatsapp_optin.contacts ADD COLUMN unreachable_since timestamptz;

-- A pause holds back every tier. What the person agrees to after `paused_at` ends it.
ALTER TABLE whatsapp_optin.contacts
  ADD COLUMN paused_at timestamptz,
  ADD COLUMN paused_until timestamptz;

-- By which rule a text was read as a STOP or a START.
ALTER TABLE whatsapp_optin.whatsapp_inbound_messages ADD COLUMN keyword_rule text;

-- The phone's owner said STOP to its SMS vendor: no SMS reaches it until a START.
ALTER TABLE whatsapp_optin.contact_identities ADD COLUMN sms_stopped_at timestamptz;

ALTER TABLE whatsapp_optin.owed_replies
  DROP CONSTRAINT owed_replies_kind_check,
  ADD CONSTRAINT owed_replies_kind_check CHECK (kind IN ('welcome', 'opt_out_confirmation', 'stop_question'));
ALTER TABLE whatsapp_optin.notification_logs
  DROP CONSTRAINT notification_logs_kind_check,
  ADD CONSTRAINT notification_logs_kind_check
    CHECK (kind IN ('ticket', 'message', 'welcome', 'opt_out_confirmation', 'stop_question'));

-- The contacts of one person: this one, and those linked to it.
CREATE FUNCTION whatsapp_optin.contacts_of_v1(of_organization text, contact uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  SELECT contact WHERE contact IS NOT NULL
  UNION
  SELECT other.contact_id
  FROM whatsapp_optin.contact_links AS link
  JOIN whatsapp_optin.contact_links AS other
    ON other.organization_id = link.organization_id AND other.person_id = link.person_id
  WHERE link.organization_id = of_organization AND link.contact_id = contact
$$;

-- All contacts of the persons named, locked in the order of their ids. A link made while this waits is seen, too.
CREATE FUNCTION whatsapp_optin.lock_persons_v1(of_organization text, named uuid[]) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  members uuid[] := ARRAY(SELECT DISTINCT unnest(named));
  known uuid[];
BEGIN
  LOOP
    PERFORM FROM whatsapp_optin.contacts AS contact
    WHERE contact.organization_id = of_organization AND contact.id = ANY (members)
    ORDER BY contact.id FOR NO KEY UPDATE;
    SELECT array_agg(DISTINCT member.id) INTO known
    FROM unnest(members) AS one (id), whatsapp_optin.contacts_of_v1(of_organization, one.id) AS member (id);
    EXIT WHEN known IS NULL OR known <@ members;
    members := known;
  END LOOP;
  RETURN members;
END $$;

-- Two user ids of one sort are two people: a number that was given to somebody else.
CREATE FUNCTION whatsapp_optin.are_two_people_v1(of_organization text, members uuid[], kinds text[], identities text[])
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (
      SELECT identity.kind, identity.value FROM whatsapp_optin.contact_identities AS identity
      WHERE identity.organization_id = of_organization AND identity.contact_id = ANY (members)
      UNION
      SELECT wanted.kind, wanted.value FROM unnest(kinds, identities) AS wanted (kind, value)
    ) AS name
    WHERE name.kind IN ('bsuid', 'jid')
    GROUP BY name.kind, name.value LIKE '__.ENT.%'
    HAVING count(*) > 1)
$$;

-- Links the contacts that a message names together. The latest word of the person, under whatever name, counts for all.
-- False: two people, who stay apart.
CREATE FUNCTION whatsapp_optin.link_contacts_v1(of_organization text, named uuid[], proof uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  members uuid[] := whatsapp_optin.lock_persons_v1(of_organization, named);
  persons uuid[];
BEGIN
  SELECT array_agg(DISTINCT COALESCE(link.person_id, member.id)) INTO persons
  FROM unnest(members) AS member (id)
  LEFT JOIN whatsapp_optin.contact_links AS link
    ON link.organization_id = of_organization AND link.contact_id = member.id;
  IF cardinality(persons) = 1 THEN RETURN true; END IF;
  IF whatsapp_optin.are_two_people_v1(of_organization, members, '{}', '{}') THEN RETURN false; END IF;

  INSERT INTO whatsapp_optin.contact_links AS link (organization_id, contact_id, person_id, inbound_message_id)
  SELECT of_organization, member.id, persons[1], proof FROM unnest(members) AS member (id)
  ON CONFLICT (organization_id, contact_id) DO UPDATE SET person_id = EXCLUDED.person_id;

  UPDATE whatsapp_optin.contacts AS contact
  SET opted_in_at = word.agreed_at,
      opted_out_at = CASE WHEN word.stopped_at >= COALESCE(word.agreed_at, '-infinity') THEN word.stopped_at END,
      opt_out_message_id = word.opt_out_message_id, pending_stops = word.pending_stops,
      unreachable_until = word.unreachable_until, unreachable_since = word.unreachable_since,
      paused_at = word.paused_at, paused_until = word.paused_until, updated_at = clock_timestamp()
  FROM (
    SELECT max(one.opted_in_at) AS agreed_at, max(one.opted_out_at) AS stopped_at,
           max(one.unreachable_until) AS unreachable_until, max(one.unreachable_since) AS unreachable_since,
           max(one.paused_at) AS paused_at,
           (array_agg(one.paused_until ORDER BY one.paused_at DESC NULLS LAST))[1] AS paused_until,
           (array_agg(one.opt_out_message_id ORDER BY one.opted_out_at DESC NULLS LAST))[1] AS opt_out_message_id,
           ARRAY(SELECT DISTINCT stop FROM whatsapp_optin.contacts AS stopped, unnest(stopped.pending_stops) AS stop
                 WHERE stopped.organization_id = of_organization AND stopped.id = ANY (members)) AS pending_stops
    FROM whatsapp_optin.contacts AS one
    WHERE one.organization_id = of_organization AND one.id = ANY (members)
  ) AS word
  WHERE contact.organization_id = of_organization AND contact.id = ANY (members);

  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET is_active = false, ended_at = contact.opted_out_at, end_reason = 'opted_out',
      expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
  FROM whatsapp_optin.contacts AS contact
  WHERE contact.organization_id = of_organization AND contact.id = ANY (members) AND contact.opted_out_at IS NOT NULL
    AND session.organization_id = of_organization AND session.contact_id = contact.id AND session.ended_at IS NULL;
  RETURN true;
END $$;

-- A number that was given to somebody else: it leads to its new owner, known by a user id, and no more to the former one,
-- whose sessions end. A STOP of the former owner holds until the new one opts in: nobody can tell the two apart for sure.
-- False: the former owner has written since, so that this message is old.
CREATE FUNCTION whatsapp_optin.take_over_number_v1(
  of_organization text, owner uuid, former uuid[], kinds text[], identities text[], message_sent_at timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM whatsapp_optin.inbound_message_keys AS message
    WHERE message.organization_id = of_organization AND message.contact_id = ANY (former)
      AND message.state = 'accepted' AND message.sent_at > message_sent_at)
  THEN RETURN false; END IF;

  UPDATE whatsapp_optin.contact_identities AS identity SET contact_id = owner
  FROM unnest(kinds, identities) AS wanted (kind, value)
  WHERE identity.organization_id = of_organization AND identity.contact_id = ANY (former)
    AND identity.kind = wanted.kind AND identity.value = wanted.value AND identity.kind IN ('e164', 'wa_id');

  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET is_active = false, ended_at = message_sent_at, end_reason = 'number_changed',
      expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
  WHERE session.organization_id = of_organization AND session.contact_id = ANY (former) AND session.ended_at IS NULL;

  UPDATE whatsapp_optin.contacts AS contact SET opted_out_at = stopped.at, updated_at = clock_timestamp()
  FROM (
    SELECT max(one.opted_out_at) AS at FROM whatsapp_optin.contacts AS one
    WHERE one.organization_id = of_organization AND one.id = ANY (former)
  ) AS stopped
  WHERE contact.organization_id = of_organization AND contact.id = owner AND contact.opted_out_at IS NULL
    AND stopped.at > COALESCE(contact.opted_in_at, '-infinity');
  RETURN true;
END $$;

-- A question about a STOP is found by its person.
CREATE INDEX owed_replies_questions ON whatsapp_optin.owed_replies (organization_id, contact_id) WHERE kind = 'stop_question';

-- Accepts a batch, one message after another: de-duplicate, find or make the person, claim the opt-in, bind or find the
-- ticket, opt in or out, open, extend or end the session, record the consent, owe a reply, keep the message, notify watchers.
-- One row for each message that is new. An item of state `pending` is kept and does nothing yet; one that `confirms` is a
-- pending message whose vendor has confirmed it.
--
-- A message that names several contacts links them. What it says holds for all contacts of the person; the message itself
-- and its session stand under one of them.
--
-- Locks the person first and the session last, as everywhere. Callers sort the items, or two batches would wait for each other.
CREATE FUNCTION whatsapp_optin.accept_inbound_v2(items jsonb) RETURNS TABLE (
  message_id uuid, contact_id uuid, received_at timestamptz, session_id uuid, session_opened boolean, opt_in_id uuid,
  ticket_id text, owes_reply boolean
) LANGUAGE plpgsql
-- One plan for all calls, by whole keys whatever the statistics say: planning took longer than the rows.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  item record;
  person whatsapp_optin.contacts;
  members uuid[];
  named uuid[];
  original_contact uuid;
  proof uuid;
  two_people boolean;
  claimed whatsapp_optin.opt_ins;
  wanted_ticket whatsapp_optin.tickets;
  found_person uuid;
  knows_first boolean;
  knows_all boolean;
  is_copy boolean;
  was_out boolean;
  sent timestamptz;
  newest_id uuid;
  newest_sent timestamptz;
  connected uuid[];
  customer text;
  grown record;
  reply text;
BEGIN
FOR item IN SELECT given.* FROM jsonb_to_recordset(items) AS given (
  organization_id text, provider text, business_number text, evidence text, state text, confirms boolean, id uuid,
  message_hash bytea, shared_hash bytea, new_contact_id uuid, new_session_id uuid, consent_id uuid, reply_id uuid,
  sent_at timestamptz, kinds text[], identities text[], derived boolean[], phones text[], phone text, sender_name text,
  content_type text, content text, webhook_data jsonb, event jsonb, code_hash bytea, keyword text, flag text,
  session_hours integer, opens_window boolean, channel text, is_unclear boolean, rule text
) LOOP
  message_id := item.id;
  received_at := clock_timestamp();
  sent := LEAST(COALESCE(item.sent_at, received_at), received_at);
  claimed := NULL; session_id := NULL; session_opened := false; ticket_id := NULL; owes_reply := false;
  customer := NULL; connected := '{}'; original_contact := NULL; proof := item.id; two_people := false; is_copy := false;

  IF item.confirms THEN
    DELETE FROM whatsapp_optin.pending_messages WHERE organization_id = item.organization_id AND id = item.id;
    UPDATE whatsapp_optin.inbound_message_keys AS message SET state = 'accepted'
    WHERE message.organization_id = item.organization_id AND message.id = item.id AND message.state = 'pending'
    RETURNING message.contact_id, message.sent_at INTO contact_id, sent;
    CONTINUE WHEN NOT FOUND;
  ELSE
    CONTINUE WHEN EXISTS (
      SELECT FROM whatsapp_optin.inbound_message_keys WHERE organization_id = item.organization_id
        AND provider = item.provider AND message_hash = item.message_hash);
  END IF;

  SELECT (array_agg(identity.contact_id ORDER BY wanted.rank))[1], COALESCE(array_agg(DISTINCT identity.contact_id), '{}'),
         COALESCE(bool_or(wanted.rank = 1), false), count(*) = cardinality(item.kinds)
  INTO found_person, named, knows_first, knows_all
  FROM unnest(item.kinds, item.identities) WITH ORDINALITY AS wanted (kind, value, rank)
  CROSS JOIN LATERAL (
    SELECT found.contact_id FROM whatsapp_optin.contact_identities AS found
    WHERE found.organization_id = item.organization_id AND found.kind = wanted.kind AND found.value = wanted.value
    LIMIT 1
  ) AS identity;
  IF NOT item.confirms THEN
    two_people := found_person IS NOT NULL AND (cardinality(named) > 1 OR NOT knows_all)
      AND item.kinds && ARRAY['bsuid', 'jid'] AND whatsapp_optin.are_two_people_v1(
        item.organization_id,
        ARRAY(SELECT member.id FROM unnest(named) AS one (id), whatsapp_optin.contacts_of_v1(item.organization_id, one.id) AS member (id)),
        item.kinds, item.identities);
    IF two_people THEN
      -- The user id says who wrote.
      knows_first := false;
      SELECT min(identity.contact_id::text)::uuid INTO found_person
      FROM unnest(item.kinds, item.identities) AS wanted (kind, value)
      JOIN whatsapp_optin.contact_identities AS identity
        ON identity.organization_id = item.organization_id AND identity.kind = wanted.kind AND identity.value = wanted.value
      WHERE wanted.kind IN ('bsuid', 'jid');
      SELECT array_agg(given.kind ORDER BY given.rank), array_agg(given.value ORDER BY given.rank),
             array_agg(given.derived ORDER BY given.rank)
      INTO item.kinds, item.identities, item.derived
      FROM (SELECT wanted.*, row_number() OVER (ORDER BY wanted.kind IN ('bsuid', 'jid') DESC, wanted.place) AS rank
            FROM unnest(item.kinds, item.identities, item.derived) WITH ORDINALITY AS wanted (kind, value, derived, place)) AS given;
    END IF;
    contact_id := found_person;
    IF NOT knows_first THEN
      -- Two first messages at once: the second waits here and finds the first one's person.
      WITH identity AS (
        INSERT INTO whatsapp_optin.contact_identities AS identity (organization_id, kind, value, contact_id)
        VALUES (item.organization_id, item.kinds[1], item.identities[1], COALESCE(found_person, item.new_contact_id))
        ON CONFLICT (organization_id, kind, value) DO UPDATE SET value = EXCLUDED.value
        RETURNING identity.contact_id
      ), made AS (
        INSERT INTO whatsapp_optin.contacts (organization_id, id) SELECT item.organization_id, identity.contact_id FROM identity
        ON CONFLICT DO NOTHING
      )
      SELECT identity.contact_id INTO contact_id FROM identity;
    END IF;
    IF NOT knows_all THEN
      INSERT INTO whatsapp_optin.contact_identities (organization_id, kind, value, contact_id, derived)
      SELECT item.organization_id, further.kind, further.value, accept_inbound_v2.contact_id, further.derived
      FROM unnest(item.kinds[2:], item.identities[2:], item.derived[2:]) AS further (kind, value, derived)
      ON CONFLICT DO NOTHING;
      -- Another message may have named one of them meanwhile.
      named := named || ARRAY(
        SELECT identity.contact_id FROM unnest(item.kinds, item.identities) AS wanted (kind, value)
        JOIN whatsapp_optin.contact_identities AS identity
          ON identity.organization_id = item.organization_id AND identity.kind = wanted.kind AND identity.value = wanted.value);
    END IF;
  END IF;

  -- A vendor that gives one message under two names: the second one counts for nothing but its STOP, and for the link.
  IF item.shared_hash IS NOT NULL AND item.state = 'accepted' THEN
    INSERT INTO whatsapp_optin.handled_events (organization_id, provider, event_hash, contact_id, inbound_message_id)
    VALUES (item.organization_id, item.provider, item.shared_hash, contact_id, item.id) ON CONFLICT DO NOTHING;
    is_copy := NOT FOUND;
    IF is_copy THEN
      SELECT handled.contact_id, handled.inbound_message_id INTO original_contact, proof
      FROM whatsapp_optin.handled_events AS handled
      WHERE handled.organization_id = item.organization_id AND handled.provider = item.provider
        AND handled.event_hash = item.shared_hash;
      named := named || COALESCE(original_contact, contact_id);
      IF item.confirms THEN
        DELETE FROM whatsapp_optin.whatsapp_inbound_messages WHERE organization_id = item.organization_id AND id = item.id;
      END IF;
    END IF;
  END IF;

  IF item.state = 'accepted' AND two_people THEN
    named := whatsapp_optin.lock_persons_v1(item.organization_id, named || contact_id);
    PERFORM whatsapp_optin.take_over_number_v1(
      item.organization_id, contact_id, ARRAY(
        SELECT unnest(named)
        EXCEPT SELECT member.id FROM whatsapp_optin.contacts_of_v1(item.organization_id, accept_inbound_v2.contact_id) AS member (id)),
      item.kinds, item.identities, sent);
  ELSIF item.state = 'accepted' AND EXISTS (SELECT FROM unnest(named) AS other (id) WHERE other.id <> contact_id) THEN
    two_people := NOT whatsapp_optin.link_contacts_v1(item.organization_id, named || contact_id, COALESCE(proof, item.id));
  END IF;
  IF two_people AND item.flag IS NULL THEN item.flag := 'second_user_id'; END IF;
  CONTINUE WHEN is_copy AND item.keyword IS DISTINCT FROM 'stop';

  -- Read after any wait: a STOP or an end that was under way is seen, and a later one waits. A link made meanwhile, too.
  members := ARRAY(
    SELECT member.id FROM whatsapp_optin.contacts_of_v1(item.organization_id, accept_inbound_v2.contact_id) AS member (id));
  IF cardinality(members) > 1 OR (two_people AND item.keyword = 'stop') THEN
    -- A STOP reaches every name of its message, whosever it is.
    members := whatsapp_optin.lock_persons_v1(
      item.organization_id, CASE WHEN item.keyword = 'stop' THEN named || contact_id ELSE members END);
  END IF;
  SELECT contact.* INTO person FROM whatsapp_optin.contacts AS contact
  WHERE contact.organization_id = item.organization_id AND contact.id = accept_inbound_v2.contact_id FOR NO KEY UPDATE;
  IF cardinality(members) = 1 THEN
    members := ARRAY(
    SELECT member.id FROM whatsapp_optin.contacts_of_v1(item.organization_id, accept_inbound_v2.contact_id) AS member (id));
  END IF;

  IF NOT item.confirms THEN
    INSERT INTO whatsapp_optin.inbound_message_keys
      (organization_id, contact_id, business_number, id, sent_at, provider, message_hash, state)
    VALUES (item.organization_id, person.id, item.business_number, item.id, sent, item.provider, item.message_hash, item.state)
    ON CONFLICT (organization_id, provider, message_hash) DO NOTHING;
    CONTINUE WHEN NOT FOUND;
  END IF;

  IF item.state = 'pending' THEN
    -- Not believed yet: it opens nothing, but a STOP silences us at once.
    UPDATE whatsapp_optin.contacts AS contact SET pending_stops = contact.pending_stops || item.id
    WHERE item.keyword = 'stop' AND contact.organization_id = item.organization_id AND contact.id = ANY (members);
    INSERT INTO whatsapp_optin.pending_messages (organization_id, id, provider, business_number, event)
    VALUES (item.organization_id, item.id, item.provider, item.business_number, item.event);
    item.keyword := NULL; item.rule := NULL; item.flag := NULL;
  ELSE
    was_out := person.opted_out_at IS NOT NULL;
    IF item.code_hash IS NOT NULL AND NOT is_copy THEN
      -- A ticket that an opt-in would bind is locked first: of two persons with codes of one ticket, one gets it.
      SELECT ticket.* INTO wanted_ticket FROM whatsapp_optin.tickets AS ticket
      WHERE ticket.organization_id = item.organization_id AND ticket.id = (
        SELECT opt_in.ticket_id FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = item.organization_id AND opt_in.code_hash = item.code_hash)
      FOR UPDATE;
      UPDATE whatsapp_optin.opt_ins AS opt_in
      SET state = 'connected', decline_reason = NULL, contact_id = person.id, inbound_message_id = item.id,
          connected_at = accept_inbound_v2.received_at, updated_at = accept_inbound_v2.received_at
      WHERE opt_in.organization_id = item.organization_id AND opt_in.code_hash = item.code_hash
        AND opt_in.business_number = item.business_number
        AND opt_in.state <> 'connected' AND opt_in.expires_at > sent
        AND (opt_in.ticket_id IS NULL
          OR (wanted_ticket.id IS NOT NULL AND COALESCE(wanted_ticket.contact_id, person.id) = ANY (members)))
      RETURNING opt_in.* INTO claimed;
      IF claimed.id IS NOT NULL THEN
        connected := ARRAY[claimed.id];
        UPDATE whatsapp_optin.tickets AS ticket SET contact_id = person.id, updated_at = accept_inbound_v2.received_at
        WHERE ticket.organization_id = item.organization_id AND ticket.id = claimed.ticket_id;
      END IF;
    END IF;

    ticket_id := claimed.ticket_id;
    IF ticket_id IS NULL AND cardinality(item.phones) > 0 AND NOT is_copy THEN
      SELECT ticket.id INTO ticket_id FROM whatsapp_optin.tickets AS ticket
      WHERE ticket.organization_id = item.organization_id AND ticket.status IN ('waiting', 'called')
        AND ticket.phone = ANY (item.phones)
      ORDER BY ticket.created_at DESC LIMIT 1;
      -- The code was deleted from the text, but the host's own phone of the ticket is the sender's: its page connects too.
      IF ticket_id IS NOT NULL AND item.keyword IS NULL AND NOT item.is_unclear THEN
        WITH by_phone AS (
          UPDATE whatsapp_optin.opt_ins AS opt_in
          SET state = 'connected', decline_reason = NULL, contact_id = person.id, inbound_message_id = item.id,
              connected_at = accept_inbound_v2.received_at, updated_at = accept_inbound_v2.received_at
          WHERE opt_in.organization_id = item.organization_id AND opt_in.ticket_id = accept_inbound_v2.ticket_id
            AND opt_in.business_number = item.business_number
            AND opt_in.state IN ('idle', 'waiting') AND opt_in.expires_at > sent
            AND opt_in.code_hash IS DISTINCT FROM item.code_hash
          RETURNING opt_in.id
        )
        SELECT connected || COALESCE(array_agg(by_phone.id), '{}') INTO connected FROM by_phone;
      END IF;
    END IF;

    IF item.keyword IS NOT NULL OR claimed.id IS NOT NULL OR item.confirms OR person.unreachable_until IS NOT NULL
      OR COALESCE(item.sender_name, person.display_name) IS DISTINCT FROM person.display_name
    THEN
      -- A late STOP does not undo a newer opt-in, nor a late opt-in a newer STOP; in the same second the later arrival counts.
      UPDATE whatsapp_optin.contacts AS contact SET
        display_name = CASE WHEN contact.id = person.id THEN COALESCE(item.sender_name, contact.display_name)
          ELSE contact.display_name END,
        locale = COALESCE(claimed.locale, contact.locale),
        opted_out_at = CASE
          WHEN news.stopped_at >= COALESCE(contact.opted_in_at, '-infinity') THEN GREATEST(contact.opted_out_at, news.stopped_at)
          WHEN news.agreed_at >= contact.opted_out_at THEN NULL
          ELSE contact.opted_out_at END,
        opt_out_message_id = CASE
          WHEN contact.opted_out_at IS NULL AND news.stopped_at >= COALESCE(contact.opted_in_at, '-infinity') THEN item.id
          ELSE contact.opt_out_message_id END,
        opted_in_at = GREATEST(contact.opted_in_at, news.agreed_at),
        unreachable_until = CASE WHEN sent < date_trunc('second', contact.unreachable_since) THEN contact.unreachable_until END,
        pending_stops = array_remove(contact.pending_stops, item.id),
        updated_at = clock_timestamp()
      FROM (
        SELECT CASE WHEN item.keyword = 'stop' THEN sent END AS stopped_at,
               CASE WHEN item.keyword = 'start' OR claimed.id IS NOT NULL THEN sent END AS agreed_at
      ) AS news
      WHERE contact.organization_id = item.organization_id AND contact.id = ANY (members);
      SELECT contact.* INTO person FROM whatsapp_optin.contacts AS contact
      WHERE contact.organization_id = item.organization_id AND contact.id = accept_inbound_v2.contact_id;
    END IF;
    IF item.channel = 'sms' AND item.keyword = 'start' THEN
      UPDATE whatsapp_optin.contact_identities AS identity SET sms_stopped_at = NULL
      WHERE identity.organization_id = item.organization_id AND identity.kind = 'e164' AND identity.value = ANY (item.phones)
        AND identity.sms_stopped_at <= sent;
    END IF;

    IF item.keyword = 'stop' AND person.opted_out_at IS NOT NULL THEN
      WITH ended AS (
        UPDATE whatsapp_optin.whatsapp_sessions AS session
        SET is_active = false, ended_at = sent, end_reason = 'opted_out',
            expires_at = LEAST(session.expires_at, accept_inbound_v2.received_at), updated_at = accept_inbound_v2.received_at
        WHERE session.organization_id = item.organization_id AND session.contact_id = ANY (members) AND session.ended_at IS NULL
        RETURNING session.id
      )
      SELECT ended.id INTO session_id FROM ended LIMIT 1;
    ELSIF item.keyword IS DISTINCT FROM 'stop' AND person.opted_out_at IS NULL AND item.opens_window AND NOT item.is_unclear THEN
      newest_id := item.id; newest_sent := sent;
      IF item.keyword = 'start' OR claimed.id IS NOT NULL THEN
        -- An opt-in may arrive after what was written after it, which counted for nothing until now.
        SELECT kept.id, kept.sent_at INTO newest_id, newest_sent
        FROM whatsapp_optin.inbound_message_keys AS kept
        WHERE kept.organization_id = item.organization_id AND kept.contact_id = person.id
          AND kept.business_number = item.business_number
          AND kept.provider = item.provider AND kept.state = 'accepted' AND kept.sent_at >= sent
          AND NOT EXISTS (
            SELECT FROM whatsapp_optin.whatsapp_inbound_messages AS unclear
            WHERE unclear.organization_id = item.organization_id AND unclear.id = kept.id
              AND unclear.keyword IS NULL AND unclear.flag IN ('near_stop', 'cancel'))
          AND (kept.id = item.id OR (kept.sent_at > sent AND NOT EXISTS (
            SELECT FROM whatsapp_optin.whatsapp_sessions AS closed
            WHERE closed.organization_id = item.organization_id AND closed.business_number = item.business_number
              AND closed.contact_id = person.id AND closed.end_reason <> 'opted_out' AND closed.ended_at > kept.sent_at)))
        ORDER BY kept.sent_at DESC LIMIT 1;
      END IF;
      -- What has ended one name's session since ends this one, too.
      IF newest_sent + make_interval(hours => item.session_hours) > received_at AND NOT EXISTS (
        SELECT FROM whatsapp_optin.whatsapp_sessions AS closed
        WHERE cardinality(members) > 1 AND closed.organization_id = item.organization_id
          AND closed.business_number = item.business_number AND closed.contact_id = ANY (members)
          AND closed.contact_id <> person.id AND closed.end_reason <> 'opted_out'
          AND date_trunc('second', closed.ended_at) > newest_sent)
      THEN
        IF ticket_id IS NOT NULL THEN
          SELECT ticket.customer_name INTO customer FROM whatsapp_optin.tickets AS ticket
          WHERE ticket.organization_id = item.organization_id AND ticket.id = accept_inbound_v2.ticket_id;
        END IF;
        grown := whatsapp_optin.grow_session_v1(
          item.organization_id, item.new_session_id, item.business_number, person.id, item.phone, item.id, sent,
          newest_id, newest_sent, item.session_hours, ticket_id, COALESCE(customer, item.sender_name));
        session_id := grown.session_id;
        session_opened := COALESCE(grown.opened, false);
      END IF;
    END IF;

    IF item.is_unclear THEN
      SELECT open.id INTO session_id FROM whatsapp_optin.whatsapp_sessions AS open
      WHERE open.organization_id = item.organization_id AND open.business_number = item.business_number
        AND open.contact_id = ANY (members) AND open.ended_at IS NULL AND open.expires_at > received_at
      ORDER BY open.expires_at DESC LIMIT 1;
    END IF;

    IF (item.keyword IS NOT NULL OR claimed.id IS NOT NULL OR session_opened) AND NOT (is_copy AND was_out) THEN
      INSERT INTO whatsapp_optin.consents
        (organization_id, recorded_at, id, contact_id, action, purpose, channel, method, wording, wording_locale, wording_hash,
         page_origin, ticket_id, opt_in_id, inbound_message_id, provider, message_sent_at, evidence,
         consent_version, consent_locale, consent_hash, consent_text)
      VALUES (item.organization_id, received_at, item.consent_id, person.id,
         CASE WHEN item.keyword = 'stop' THEN 'withdrawn' ELSE 'granted' END, 'ticket_notifications',
         item.channel,
         CASE WHEN claimed.id IS NOT NULL THEN 'opt_in_code' WHEN item.keyword IS NOT NULL THEN 'keyword'
              ELSE 'inbound_message' END,
         claimed.wording, claimed.locale, claimed.wording_hash,
         COALESCE(claimed.page_origin, substring(claimed.page_url FROM '^https?://[^/?#]+')),
         ticket_id, claimed.id, item.id, item.provider, sent, item.evidence,
         claimed.consent_version, claimed.consent_locale, claimed.consent_hash, claimed.consent_text);
      -- What a session gains by a further message, its watchers read when they next ask: NOTIFY locks the whole database.
      connected := connected || ARRAY(
        SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = item.organization_id AND opt_in.contact_id = ANY (members)
        ORDER BY opt_in.connected_at DESC LIMIT 5);
    END IF;
    IF connected <> '{}' THEN
      PERFORM pg_notify('whatsapp_optin_opt_ins', changed.id::text) FROM unnest(connected) AS changed (id);
    END IF;
    CONTINUE WHEN is_copy;

    -- One welcome a person, whatever name opened the window; one question a window.
    reply := CASE
      WHEN session_opened AND (cardinality(members) = 1 OR NOT EXISTS (
        SELECT FROM whatsapp_optin.whatsapp_sessions AS other
        WHERE other.organization_id = item.organization_id AND other.business_number = item.business_number
          AND other.contact_id = ANY (members) AND other.contact_id <> person.id
          AND other.ended_at IS NULL AND other.expires_at > received_at)) THEN 'welcome'
      WHEN item.channel = 'whatsapp' AND item.keyword = 'stop' AND person.opted_out_at IS NOT NULL
        AND person.opt_out_message_id = item.id THEN 'opt_out_confirmation'
      -- What may be a STOP renews nothing; its sender is asked.
      WHEN item.is_unclear AND item.opens_window AND NOT is_copy AND person.opted_out_at IS NULL
        AND person.pending_stops = '{}' AND EXISTS (
          SELECT FROM whatsapp_optin.whatsapp_sessions AS open
          WHERE open.organization_id = item.organization_id AND open.business_number = item.business_number
            AND open.contact_id = ANY (members) AND open.ended_at IS NULL AND open.expires_at > received_at
            AND NOT EXISTS (
              SELECT FROM whatsapp_optin.owed_replies AS asked
              WHERE asked.organization_id = item.organization_id AND asked.kind = 'stop_question'
                AND asked.contact_id = ANY (members) AND asked.created_at >= open.initiated_at))
        THEN 'stop_question' END;
    owes_reply := reply IS NOT NULL;
    IF owes_reply THEN
      INSERT INTO whatsapp_optin.owed_replies
        (organization_id, id, kind, contact_id, business_number, inbound_message_id, inbound_sent_at, opt_in_id, ticket_id)
      VALUES (item.organization_id, item.reply_id, reply, person.id, item.business_number, item.id, sent, claimed.id, ticket_id);
    END IF;
  END IF;

  opt_in_id := claimed.id;
  IF item.confirms THEN
    UPDATE whatsapp_optin.whatsapp_inbound_messages AS message
    SET processed = true, keyword = item.keyword, keyword_rule = item.rule, flag = item.flag, session_id = accept_inbound_v2.session_id,
        ticket_id = accept_inbound_v2.ticket_id, opt_in_id = claimed.id
    WHERE message.organization_id = item.organization_id AND message.id = item.id;
  ELSE
    INSERT INTO whatsapp_optin.whatsapp_inbound_messages
      (organization_id, received_at, id, contact_id, business_number, sent_at, provider, phone_number, sender_name,
       content_type, message_content, keyword, keyword_rule, session_id, ticket_id, opt_in_id, webhook_data, flag, processed)
    VALUES (item.organization_id, received_at, item.id, person.id, item.business_number, sent, item.provider, item.phone,
       item.sender_name, item.content_type, item.content, item.keyword, item.rule, session_id, ticket_id, claimed.id, item.webhook_data,
       item.flag, item.state = 'accepted');
  END IF;
  RETURN NEXT;
END LOOP;
END $$;

-- A vendor reports that the person of a send wants no more. An SMS vendor speaks for that phone; of its STOP only the send that
-- it refused tells the time. It silences the whole person unless they may have opted in since: a code or a START that no
-- accepted SMS has followed. What the person agreed to after the send stands.
CREATE FUNCTION whatsapp_optin.withdraw_by_vendor_v1(
  of_organization text, of_attempt uuid, vendor text, new_contact uuid, consent uuid
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  send record;
  whose uuid;
  members uuid[];
  person whatsapp_optin.contacts;
  phone_is_out boolean := false;
  person_is_out boolean;
BEGIN
  SELECT attempt.tier, attempt.at, attempt.contact_id, NULLIF(sms.phone_number, '') AS phone INTO send
  FROM whatsapp_optin.notification_attempts AS attempt
  LEFT JOIN whatsapp_optin.sms_notifications AS sms
    ON sms.organization_id = attempt.organization_id AND sms.id = attempt.id
  WHERE attempt.organization_id = of_organization AND attempt.id = of_attempt;
  IF NOT FOUND OR (send.contact_id IS NULL AND send.phone IS NULL) THEN RETURN; END IF;
  whose := send.contact_id;
  IF send.tier = 'sms' THEN
    WITH identity AS (
      INSERT INTO whatsapp_optin.contact_identities AS identity (organization_id, kind, value, contact_id)
      VALUES (of_organization, 'e164', send.phone, new_contact)
      ON CONFLICT (organization_id, kind, value) DO UPDATE SET value = EXCLUDED.value
      RETURNING identity.contact_id
    ), made AS (
      INSERT INTO whatsapp_optin.contacts (organization_id, id) SELECT of_organization, identity.contact_id FROM identity
      ON CONFLICT DO NOTHING
    )
    SELECT identity.contact_id INTO whose FROM identity;
  END IF;
  members := whatsapp_optin.lock_persons_v1(of_organization, ARRAY[whose]);
  SELECT contact.* INTO person FROM whatsapp_optin.contacts AS contact
  WHERE contact.organization_id = of_organization AND contact.id = whose;
  -- Vendors' times have seconds: of the same second, what arrived after the send is the later one.
  person_is_out := person.opted_out_at IS NULL AND NOT EXISTS (
    SELECT FROM whatsapp_optin.consents AS consent
    WHERE consent.organization_id = of_organization AND consent.contact_id = ANY (members) AND consent.action = 'granted'
      AND consent.method IN ('opt_in_code', 'keyword') AND consent.recorded_at > send.at
      AND consent.message_sent_at >= date_trunc('second', send.at));
  IF send.tier = 'sms' THEN
    person_is_out := person_is_out AND (person.opted_in_at IS NULL OR EXISTS (
      SELECT FROM whatsapp_optin.sms_notifications AS sms
      JOIN whatsapp_optin.notification_attempts AS taken
        ON taken.organization_id = sms.organization_id AND taken.id = sms.id
      WHERE sms.organization_id = of_organization AND sms.phone_number = send.phone AND taken.at > person.opted_in_at
        AND taken.status IN ('accepted', 'sent', 'delivered', 'read')));
    UPDATE whatsapp_optin.contact_identities AS identity SET sms_stopped_at = send.at
    WHERE identity.organization_id = of_organization AND identity.kind = 'e164' AND identity.value = send.phone
      AND identity.sms_stopped_at IS NULL
      AND NOT EXISTS (
        SELECT FROM whatsapp_optin.consents AS consent
        WHERE consent.organization_id = of_organization AND consent.contact_id = ANY (members) AND consent.channel = 'sms'
          AND consent.action = 'granted' AND consent.recorded_at >= send.at);
    phone_is_out := FOUND;
  END IF;

  IF person_is_out THEN
    UPDATE whatsapp_optin.contacts AS contact SET opted_out_at = send.at, updated_at = clock_timestamp()
    WHERE contact.organization_id = of_organization AND contact.id = ANY (members);
    UPDATE whatsapp_optin.whatsapp_sessions AS session
    SET is_active = false, ended_at = send.at, end_reason = 'opted_out',
        expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
    WHERE session.organization_id = of_organization AND session.contact_id = ANY (members) AND session.ended_at IS NULL;
  END IF;
  IF person_is_out OR phone_is_out THEN
    INSERT INTO whatsapp_optin.consents
      (organization_id, id, contact_id, action, purpose, channel, method, provider, evidence)
    VALUES (of_organization, consent, whose, 'withdrawn', 'ticket_notifications',
            CASE WHEN person_is_out THEN 'vendor' ELSE 'sms' END, 'vendor_report', vendor, 'signed_webhook');
  END IF;
END $$;
