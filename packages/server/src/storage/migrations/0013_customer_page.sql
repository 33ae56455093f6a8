-- The customer's own page: stop, pause and language, each for the whole person.

ALTER TABLE whatsapp_optin.consents
  DROP CONSTRAINT consents_method_check,
  ADD CONSTRAINT consents_method_check
    CHECK (method IN ('opt_in_code', 'inbound_message', 'keyword', 'vendor_report', 'customer_page')),
  DROP CONSTRAINT consents_evidence_check,
  ADD CONSTRAINT consents_evidence_check
    CHECK (evidence IN ('signed_webhook', 'secret_url', 'read_back', 'capability_link')),
  -- A link can take back, and never grant.
  ADD CONSTRAINT consents_page_withdraws CHECK (method <> 'customer_page' OR action = 'withdrawn');

-- The person stops everything: every contact, WhatsApp and SMS. False: they had stopped before.
CREATE FUNCTION whatsapp_optin.withdraw_by_page_v1(of_organization text, whose uuid, consent uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  members uuid[] := whatsapp_optin.lock_persons_v1(of_organization, ARRAY[whose]);
  stopped_at timestamptz := clock_timestamp();
BEGIN
  UPDATE whatsapp_optin.contacts AS contact
  SET opted_out_at = stopped_at, opt_out_message_id = NULL, paused_at = NULL, paused_until = NULL, updated_at = stopped_at
  WHERE contact.organization_id = of_organization AND contact.id = ANY (members) AND contact.opted_out_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;

  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET is_active = false, ended_at = stopped_at, end_reason = 'opted_out',
      expires_at = LEAST(session.expires_at, stopped_at), updated_at = stopped_at
  WHERE session.organization_id = of_organization AND session.contact_id = ANY (members) AND session.ended_at IS NULL;

  INSERT INTO whatsapp_optin.consents
    (organization_id, id, contact_id, action, purpose, channel, method, provider, evidence)
  VALUES (of_organization, consent, whose, 'withdrawn', 'ticket_notifications', 'all', 'customer_page', 'customer_page',
          'capability_link');

  -- Pages that show the opt-in show its end.
  PERFORM pg_notify('whatsapp_optin_opt_ins', changed.id::text)
  FROM (SELECT opt_in.id FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = of_organization AND opt_in.contact_id = ANY (members)
        ORDER BY opt_in.connected_at DESC LIMIT 5) AS changed;
  RETURN true;
END $$;

-- Nothing is sent to the person until then; NULL ends the pause. A day at most.
CREATE FUNCTION whatsapp_optin.pause_person_v1(of_organization text, whose uuid, until timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  members uuid[] := whatsapp_optin.lock_persons_v1(of_organization, ARRAY[whose]);
  set_at timestamptz := clock_timestamp();
BEGIN
  UPDATE whatsapp_optin.contacts AS contact
  SET paused_at = CASE WHEN until IS NOT NULL THEN set_at END, paused_until = until, updated_at = set_at
  WHERE contact.organization_id = of_organization AND contact.id = ANY (members)
    AND (until IS NULL OR (until > set_at AND until <= set_at + interval '24 hours'));
END $$;

-- The language of the page and of the messages: a ticket's own would come first.
CREATE FUNCTION whatsapp_optin.speak_to_person_v1(of_organization text, whose uuid, tag text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  members uuid[] := whatsapp_optin.lock_persons_v1(of_organization, ARRAY[whose]);
BEGIN
  UPDATE whatsapp_optin.contacts AS contact SET locale = tag, updated_at = clock_timestamp()
  WHERE contact.organization_id = of_organization AND contact.id = ANY (members);
  UPDATE whatsapp_optin.tickets AS ticket SET locale = tag, updated_at = clock_timestamp()
  WHERE ticket.organization_id = of_organization AND ticket.status IN ('waiting', 'called')
    AND (ticket.contact_id = ANY (members) OR ticket.phone IN (
      SELECT identity.value FROM whatsapp_optin.contact_identities AS identity
      WHERE identity.organization_id = of_organization AND identity.contact_id = ANY (members) AND identity.kind = 'e164'));
END $$;
