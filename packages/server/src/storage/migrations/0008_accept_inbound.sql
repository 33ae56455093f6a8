-- Accepting messages: one function for all that a customer's message does. Later changes are a function of the next version,
-- so that a server of the version before goes on beside this one.

-- Opens the person's session or makes it longer: it grows to the later end, and begins a new epoch where it had ended or run
-- out. A message older than the end does not reopen it, and then both results are null. Vendors' timestamps have one-second
-- resolution.
CREATE FUNCTION whatsapp_optin.grow_session_v1(
  of_organization text, new_session uuid, number text, contact uuid, phone text, message uuid, message_sent_at timestamptz,
  newest_message uuid, newest_sent_at timestamptz, hours integer, ticket text, name text,
  OUT session_id uuid, OUT opened boolean
) LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO whatsapp_optin.whatsapp_sessions AS session
    (organization_id, id, business_number, contact_id, phone_number, initiated_at, expires_at, last_inbound_at,
     last_message_id, opened_by_message_id, ticket_id, customer_name)
  VALUES (of_organization, new_session, number, contact, phone, message_sent_at,
          newest_sent_at + make_interval(hours => hours), newest_sent_at, newest_message, message, ticket, name)
  ON CONFLICT (organization_id, business_number, contact_id) DO UPDATE SET
    phone_number = COALESCE(EXCLUDED.phone_number, session.phone_number),
    initiated_at = CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp()
      THEN EXCLUDED.initiated_at ELSE session.initiated_at END,
    opened_by_message_id = CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp()
      THEN EXCLUDED.opened_by_message_id ELSE session.opened_by_message_id END,
    epoch = session.epoch
      + CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp() THEN 1 ELSE 0 END,
    expires_at = GREATEST(session.expires_at, EXCLUDED.expires_at),
    last_message_id = CASE WHEN EXCLUDED.last_inbound_at >= session.last_inbound_at
      THEN EXCLUDED.last_message_id ELSE session.last_message_id END,
    last_inbound_at = GREATEST(session.last_inbound_at, EXCLUDED.last_inbound_at),
    is_active = true, ended_at = NULL, end_reason = NULL,
    ticket_id = COALESCE(EXCLUDED.ticket_id, session.ticket_id),
    customer_name = COALESCE(EXCLUDED.customer_name, session.customer_name),
    updated_at = clock_timestamp()
  WHERE session.ended_at IS NULL OR EXCLUDED.last_inbound_at >= date_trunc('second', session.ended_at)
  RETURNING session.id, session.opened_by_message_id = message INTO session_id, opened;
END $$;

-- Accepts a batch, one message after another: de-duplicate, find or make the person, claim the opt-in, bind or find the
-- ticket, opt in or out, open, extend or end the session, record the consent, owe a reply, keep the message, notify watchers.
-- One row for each message that is new. An item of state `pending` is kept and does nothing yet; one that `confirms` is a
-- pending message whose vendor has confirmed it.
--
-- Locks the person first and the session last, as everywhere. Callers sort the items, or two batches would wait for each other.
CREATE FUNCTION whatsapp_optin.accept_inbound_v1(items jsonb) RETURNS TABLE (
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
BEGIN
FOR item IN SELECT given.* FROM jsonb_to_recordset(items) AS given (
  organization_id text, provider text, business_number text, evidence text, state text, confirms boolean, id uuid,
  message_hash bytea, shared_hash bytea, new_contact_id uuid, new_session_id uuid, consent_id uuid, reply_id uuid,
  sent_at timestamptz, kinds text[], identities text[], derived boolean[], phones text[], phone text, sender_name text,
  content_type text, content text, webhook_data jsonb, event jsonb, code_hash bytea, keyword text, flag text,
  session_hours integer, opens_window boolean
) LOOP
  message_id := item.id;
  received_at := clock_timestamp();
  sent := LEAST(COALESCE(item.sent_at, received_at), received_at);
  claimed := NULL; session_id := NULL; session_opened := false; ticket_id := NULL; owes_reply := false;
  customer := NULL; connected := '{}';

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

  -- A vendor that gives one message under two names: the second one counts for nothing but its STOP.
  is_copy := false;
  IF item.shared_hash IS NOT NULL AND item.state = 'accepted' THEN
    INSERT INTO whatsapp_optin.handled_events (organization_id, provider, event_hash)
    VALUES (item.organization_id, item.provider, item.shared_hash) ON CONFLICT DO NOTHING;
    is_copy := NOT FOUND;
    IF is_copy AND item.confirms THEN
      DELETE FROM whatsapp_optin.whatsapp_inbound_messages WHERE organization_id = item.organization_id AND id = item.id;
    END IF;
    CONTINUE WHEN is_copy AND item.keyword IS DISTINCT FROM 'stop';
  END IF;

  IF NOT item.confirms THEN
    SELECT (array_agg(identity.contact_id ORDER BY wanted.rank))[1], COALESCE(bool_or(wanted.rank = 1), false),
           count(*) = cardinality(item.kinds)
    INTO found_person, knows_first, knows_all
    FROM unnest(item.kinds, item.identities) WITH ORDINALITY AS wanted (kind, value, rank)
    CROSS JOIN LATERAL (
      SELECT found.contact_id FROM whatsapp_optin.contact_identities AS found
      WHERE found.organization_id = item.organization_id AND found.kind = wanted.kind AND found.value = wanted.value
      LIMIT 1
    ) AS identity;
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
      SELECT item.organization_id, further.kind, further.value, accept_inbound_v1.contact_id, further.derived
      FROM unnest(item.kinds[2:], item.identities[2:], item.derived[2:]) AS further (kind, value, derived)
      ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  -- Read after any wait: a STOP or an end that was under way is seen, and a later one waits.
  SELECT contact.* INTO person FROM whatsapp_optin.contacts AS contact
  WHERE contact.organization_id = item.organization_id AND contact.id = accept_inbound_v1.contact_id FOR NO KEY UPDATE;

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
    WHERE item.keyword = 'stop' AND contact.organization_id = item.organization_id AND contact.id = person.id;
    INSERT INTO whatsapp_optin.pending_messages (organization_id, id, provider, business_number, event)
    VALUES (item.organization_id, item.id, item.provider, item.business_number, item.event);
    item.keyword := NULL; item.flag := NULL;
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
          connected_at = accept_inbound_v1.received_at, updated_at = accept_inbound_v1.received_at
      WHERE opt_in.organization_id = item.organization_id AND opt_in.code_hash = item.code_hash
        AND opt_in.business_number = item.business_number
        AND opt_in.state <> 'connected' AND opt_in.expires_at > sent
        AND (opt_in.ticket_id IS NULL
          OR (wanted_ticket.id IS NOT NULL AND COALESCE(wanted_ticket.contact_id, person.id) = person.id))
      RETURNING opt_in.* INTO claimed;
      IF claimed.id IS NOT NULL THEN
        connected := ARRAY[claimed.id];
        UPDATE whatsapp_optin.tickets AS ticket SET contact_id = person.id, updated_at = accept_inbound_v1.received_at
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
      IF ticket_id IS NOT NULL AND item.keyword IS NULL THEN
        WITH by_phone AS (
          UPDATE whatsapp_optin.opt_ins AS opt_in
          SET state = 'connected', decline_reason = NULL, contact_id = person.id, inbound_message_id = item.id,
              connected_at = accept_inbound_v1.received_at, updated_at = accept_inbound_v1.received_at
          WHERE opt_in.organization_id = item.organization_id AND opt_in.ticket_id = accept_inbound_v1.ticket_id
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
        display_name = COALESCE(item.sender_name, contact.display_name),
        locale = COALESCE(claimed.locale, contact.locale),
        opted_out_at = CASE
          WHEN news.stopped_at >= COALESCE(contact.opted_in_at, '-infinity') THEN GREATEST(contact.opted_out_at, news.stopped_at)
          WHEN news.agreed_at >= contact.opted_out_at THEN NULL
          ELSE contact.opted_out_at END,
        opt_out_message_id = CASE
          WHEN contact.opted_out_at IS NULL AND news.stopped_at >= COALESCE(contact.opted_in_at, '-infinity') THEN item.id
          ELSE contact.opt_out_message_id END,
        opted_in_at = GREATEST(contact.opted_in_at, news.agreed_at),
        unreachable_until = NULL,
        pending_stops = array_remove(contact.pending_stops, item.id),
        updated_at = clock_timestamp()
      FROM (
        SELECT CASE WHEN item.keyword = 'stop' THEN sent END AS stopped_at,
               CASE WHEN item.keyword = 'start' OR claimed.id IS NOT NULL THEN sent END AS agreed_at
      ) AS news
      WHERE contact.organization_id = item.organization_id AND contact.id = person.id
      RETURNING contact.* INTO person;
    END IF;

    IF item.keyword = 'stop' AND person.opted_out_at IS NOT NULL THEN
      WITH ended AS (
        UPDATE whatsapp_optin.whatsapp_sessions AS session
        SET is_active = false, ended_at = sent, end_reason = 'opted_out',
            expires_at = LEAST(session.expires_at, accept_inbound_v1.received_at), updated_at = accept_inbound_v1.received_at
        WHERE session.organization_id = item.organization_id AND session.contact_id = person.id AND session.ended_at IS NULL
        RETURNING session.id
      )
      SELECT ended.id INTO session_id FROM ended LIMIT 1;
    ELSIF item.keyword IS DISTINCT FROM 'stop' AND person.opted_out_at IS NULL AND item.opens_window THEN
      newest_id := item.id; newest_sent := sent;
      IF item.keyword = 'start' OR claimed.id IS NOT NULL THEN
        -- An opt-in may arrive after what was written after it, which counted for nothing until now.
        SELECT kept.id, kept.sent_at INTO newest_id, newest_sent
        FROM whatsapp_optin.inbound_message_keys AS kept
        WHERE kept.organization_id = item.organization_id AND kept.contact_id = person.id
          AND kept.business_number = item.business_number
          AND kept.provider = item.provider AND kept.state = 'accepted' AND kept.sent_at >= sent
          AND (kept.id = item.id OR (kept.sent_at > sent AND NOT EXISTS (
            SELECT FROM whatsapp_optin.whatsapp_sessions AS closed
            WHERE closed.organization_id = item.organization_id AND closed.business_number = item.business_number
              AND closed.contact_id = person.id AND closed.end_reason <> 'opted_out' AND closed.ended_at > kept.sent_at)))
        ORDER BY kept.sent_at DESC LIMIT 1;
      END IF;
      IF newest_sent + make_interval(hours => item.session_hours) > received_at THEN
        IF ticket_id IS NOT NULL THEN
          SELECT ticket.customer_name INTO customer FROM whatsapp_optin.tickets AS ticket
          WHERE ticket.organization_id = item.organization_id AND ticket.id = accept_inbound_v1.ticket_id;
        END IF;
        grown := whatsapp_optin.grow_session_v1(
          item.organization_id, item.new_session_id, item.business_number, person.id, item.phone, item.id, sent,
          newest_id, newest_sent, item.session_hours, ticket_id, COALESCE(customer, item.sender_name));
        session_id := grown.session_id;
        session_opened := COALESCE(grown.opened, false);
      END IF;
    END IF;

    IF (item.keyword IS NOT NULL OR claimed.id IS NOT NULL OR session_opened) AND NOT (is_copy AND was_out) THEN
      INSERT INTO whatsapp_optin.consents
        (organization_id, recorded_at, id, contact_id, action, purpose, channel, method, wording, wording_locale, wording_hash,
         page_origin, ticket_id, opt_in_id, inbound_message_id, provider, message_sent_at, evidence,
         consent_version, consent_locale, consent_hash, consent_text)
      VALUES (item.organization_id, received_at, item.consent_id, person.id,
         CASE WHEN item.keyword = 'stop' THEN 'withdrawn' ELSE 'granted' END, 'ticket_notifications',
         CASE WHEN item.opens_window THEN 'whatsapp' ELSE 'sms' END,
         CASE WHEN claimed.id IS NOT NULL THEN 'opt_in_code' WHEN item.keyword IS NOT NULL THEN 'keyword'
              ELSE 'inbound_message' END,
         claimed.wording, claimed.locale, claimed.wording_hash,
         COALESCE(claimed.page_origin, substring(claimed.page_url FROM '^https?://[^/?#]+')),
         ticket_id, claimed.id, item.id, item.provider, sent, item.evidence,
         claimed.consent_version, claimed.consent_locale, claimed.consent_hash, claimed.consent_text);
      -- What a session gains by a further message, its watchers read when they next ask: NOTIFY locks the whole database.
      connected := connected || ARRAY(
        SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = item.organization_id AND opt_in.contact_id = person.id
        ORDER BY opt_in.connected_at DESC LIMIT 5);
    END IF;
    IF connected <> '{}' THEN
      PERFORM pg_notify('whatsapp_optin_opt_ins', changed.id::text) FROM unnest(connected) AS changed (id);
    END IF;
    CONTINUE WHEN is_copy;

    owes_reply := session_opened OR (
      item.opens_window AND item.keyword = 'stop' AND person.opted_out_at IS NOT NULL AND person.opt_out_message_id = item.id);
    IF owes_reply THEN
      INSERT INTO whatsapp_optin.owed_replies
        (organization_id, id, kind, contact_id, business_number, inbound_message_id, inbound_sent_at, opt_in_id, ticket_id)
      VALUES (item.organization_id, item.reply_id, CASE WHEN session_opened THEN 'welcome' ELSE 'opt_out_confirmation' END,
              person.id, item.business_number, item.id, sent, claimed.id, ticket_id);
    END IF;
  END IF;

  opt_in_id := claimed.id;
  IF item.confirms THEN
    UPDATE whatsapp_optin.whatsapp_inbound_messages AS message
    SET processed = true, keyword = item.keyword, flag = item.flag, session_id = accept_inbound_v1.session_id,
        ticket_id = accept_inbound_v1.ticket_id, opt_in_id = claimed.id
    WHERE message.organization_id = item.organization_id AND message.id = item.id;
  ELSE
    INSERT INTO whatsapp_optin.whatsapp_inbound_messages
      (organization_id, received_at, id, contact_id, business_number, sent_at, provider, phone_number, sender_name,
       content_type, message_content, keyword, session_id, ticket_id, opt_in_id, webhook_data, flag, processed)
    VALUES (item.organization_id, received_at, item.id, person.id, item.business_number, sent, item.provider, item.phone,
       item.sender_name, item.content_type, item.content, item.keyword, session_id, ticket_id, claimed.id, item.webhook_data,
       item.flag, item.state = 'accepted');
  END IF;
  RETURN NEXT;
END LOOP;
END $$;
