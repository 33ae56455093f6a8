-- A ticket that its customer gave up by one tap: `left` closes it, as `served` and `cancelled` do.

-- The former rule is the narrower one, so every row keeps the new one.
ALTER TABLE whatsapp_optin.tickets DROP CONSTRAINT tickets_status_check;
ALTER TABLE whatsapp_optin.tickets ADD CONSTRAINT tickets_status_check
  CHECK (status IN ('waiting', 'called', 'served', 'cancelled', 'left'));

DROP INDEX whatsapp_optin.tickets_named;
CREATE INDEX tickets_named ON whatsapp_optin.tickets (organization_id, updated_at)
  WHERE status IN ('served', 'cancelled', 'left') AND (phone IS NOT NULL OR customer_name IS NOT NULL);

-- The queue of a department, in its order.
CREATE INDEX tickets_waiting ON whatsapp_optin.tickets (organization_id, department_name, created_at, id)
  WHERE status = 'waiting';

-- What customers can answer by one tap, by type of notification; a type left out has none.
ALTER TABLE whatsapp_optin.organizations ADD COLUMN actions jsonb NOT NULL DEFAULT '{}';

-- What this message offered, and how.
ALTER TABLE whatsapp_optin.notification_attempts
  ADD COLUMN offered_actions text[],
  ADD COLUMN offered_as text CHECK (offered_as IN ('buttons', 'numbers'));

-- Messages that answered a notification by one tap. `counted`: the first of its attempt and action, while the ticket was
-- open; it alone changes anything.
CREATE TABLE whatsapp_optin.message_actions (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id),
  inbound_message_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('on_my_way', 'more_time', 'leave')),
  counted boolean NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, inbound_message_id)
);
CREATE UNIQUE INDEX message_actions_counted ON whatsapp_optin.message_actions (organization_id, attempt_id, action)
  WHERE counted;
CREATE INDEX message_actions_received ON whatsapp_optin.message_actions (organization_id, received_at);

-- Accepts as accept_inbound_v2 does, and does what the taps among the messages ask, in the same transaction.
CREATE FUNCTION whatsapp_optin.accept_inbound_with_taps_v1(items jsonb) RETURNS TABLE (
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
  WHERE given.id = accept_inbound_with_taps_v1.message_id AND given.state = 'accepted'
    AND (given.tap_attempt_id IS NOT NULL OR given.tap_number IS NOT NULL);
  IF FOUND THEN
    -- The attempt is named by the button, or it is the last one that was sent to this person before the number.
    SELECT attempt.id, attempt.notification_id, log.ticket_id,
           CASE WHEN tap.tap_attempt_id IS NULL AND attempt.offered_as = 'numbers' THEN attempt.offered_actions[tap.tap_number]
                WHEN attempt.offered_as = 'buttons' AND tap.tap_action = ANY (attempt.offered_actions) THEN tap.tap_action
           END AS action
    INTO offer
    FROM whatsapp_optin.contacts_of_v1(tap.organization_id, accept_inbound_with_taps_v1.contact_id) AS member (id)
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
        WHERE offer.action = 'leave' AND ticket.organization_id = tap.organization_id AND ticket.id = offer.ticket_id;
      END IF;
    END IF;
  END IF;
  RETURN NEXT;
END LOOP;
END $$;
