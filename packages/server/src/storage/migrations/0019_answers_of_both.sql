-- What staff answer with one tap, what a customer's "leave" does, and what their reactions say.

ALTER TABLE whatsapp_optin.organizations
  -- Lists of texts by locale; a locale left out has the built-in ones.
  ADD COLUMN quick_replies jsonb NOT NULL DEFAULT '{}',
  -- Whether "leave" closes the ticket as left, or is only reported to the host and to staff.
  ADD COLUMN leave_frees_ticket boolean NOT NULL DEFAULT true;

-- As accept_inbound_with_taps_v1, which the former server version calls; a leave frees the ticket where the organization says so.
CREATE FUNCTION whatsapp_optin.accept_inbound_with_taps_v2(items jsonb) RETURNS TABLE (
  message_id uuid, contact_id uuid, received_at timestamptz, session_id uuid, session_opened boolean, opt_in_id uuid,
  ticket_id text, owes_reply boolean, action text, action_ticket_id text, action_notification_id uuid
) LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  tap record;
  offer record;
  ticket_status text;
  is_counted boolean;
BEGIN
FOR message_id, contact_id, received_at, session_id, session_opened, opt_in_id, ticket_id, owes_reply IN
  SELECT accepted.* FROM whatsapp_optin.accept_inbound_v2(items) AS accepted
LOOP
  action := NULL; action_ticket_id := NULL; action_notification_id := NULL;
  SELECT given.*, key.sent_at INTO tap
  FROM jsonb_to_recordset(items) AS given (
    id uuid, organization_id text, business_number text, state text, tap_attempt_id uuid, tap_action text, tap_number integer)
  JOIN whatsapp_optin.inbound_message_keys AS key ON key.organization_id = given.organization_id AND key.id = given.id
  WHERE given.id = accept_inbound_with_taps_v2.message_id AND given.state = 'accepted'
    AND (given.tap_attempt_id IS NOT NULL OR given.tap_number IS NOT NULL);
  IF FOUND THEN
    -- The attempt is named by the button, or it is the last one that was sent to this person before the number.
    SELECT attempt.id, attempt.notification_id, log.ticket_id,
           CASE WHEN tap.tap_attempt_id IS NULL AND attempt.offered_as = 'numbers' THEN attempt.offered_actions[tap.tap_number]
                WHEN attempt.offered_as = 'buttons' AND tap.tap_action = ANY (attempt.offered_actions) THEN tap.tap_action
           END AS action
    INTO offer
    FROM whatsapp_optin.contacts_of_v1(tap.organization_id, accept_inbound_with_taps_v2.contact_id) AS member (id)
    JOIN whatsapp_optin.notification_attempts AS attempt
      ON attempt.organization_id = tap.organization_id AND attempt.contact_id = member.id AND attempt.tier = 'whatsapp'
    JOIN whatsapp_optin.notification_logs AS log
      ON log.organization_id = attempt.organization_id AND log.id = attempt.notification_id
    WHERE attempt.business_number = tap.business_number AND CASE
      WHEN tap.tap_attempt_id IS NOT NULL THEN attempt.id = tap.tap_attempt_id
      ELSE attempt.status NOT IN ('skipped', 'failed') AND attempt.at > tap.sent_at - interval '24 hours'
        -- Vendors give whole seconds.
        AND date_trunc('second', attempt.at) <= tap.sent_at END
    ORDER BY attempt.at DESC LIMIT 1;
    IF offer.action IS NOT NULL THEN
      ticket_status := NULL;
      SELECT ticket.status INTO ticket_status FROM whatsapp_optin.tickets AS ticket
      WHERE ticket.organization_id = tap.organization_id AND ticket.id = offer.ticket_id FOR NO KEY UPDATE;
      is_counted := COALESCE(ticket_status IN ('waiting', 'called'), false) AND NOT EXISTS (
        SELECT FROM whatsapp_optin.message_actions AS former
        WHERE former.organization_id = tap.organization_id AND former.attempt_id = offer.id
          AND former.action = offer.action AND former.counted);
      INSERT INTO whatsapp_optin.message_actions
        (organization_id, inbound_message_id, attempt_id, action, counted, received_at)
      VALUES (tap.organization_id, message_id, offer.id, offer.action, is_counted, received_at);
      IF is_counted THEN
        action := offer.action; action_ticket_id := offer.ticket_id; action_notification_id := offer.notification_id;
        UPDATE whatsapp_optin.tickets AS ticket SET status = 'left', updated_at = clock_timestamp()
        FROM whatsapp_optin.organizations AS organization
        WHERE offer.action = 'leave' AND ticket.organization_id = tap.organization_id AND ticket.id = offer.ticket_id
          AND organization.id = tap.organization_id AND organization.leave_frees_ticket;
      END IF;
    END IF;
  END IF;
  RETURN NEXT;
END LOOP;
END $$;

-- What a reaction says about a notice. One person got it, so one opinion an attempt; NULL: taken back.
CREATE TABLE whatsapp_optin.message_reactions (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  attempt_id uuid NOT NULL,
  notification_type text NOT NULL,
  -- From the request of the notification to its send.
  delay_seconds integer NOT NULL CHECK (delay_seconds >= 0),
  opinion text CHECK (opinion IN ('up', 'down')),
  reacted_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, attempt_id)
);
CREATE INDEX message_reactions_reacted ON whatsapp_optin.message_reactions (organization_id, reacted_at);
