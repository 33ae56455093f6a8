-- STOPs, STARTs and erasures go to a journal outside of the database too: a restore repeats them, and sends nothing before.

-- One row, from the first start with a journal on. `position` counts the lines that were reserved in the journal: a journal that is ahead of it tells a restore.
CREATE TABLE whatsapp_optin.suppression_journal (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  -- A server has been started with a journal.
  kept boolean NOT NULL DEFAULT false,
  position bigint NOT NULL DEFAULT 0,
  -- When `restore-check` ended last.
  checked_at timestamptz
);

-- What the journal lacks yet; written in the transaction of its fact. `turn` orders the facts of one person.
CREATE TABLE whatsapp_optin.owed_suppressions (
  organization_id text NOT NULL,
  turn bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('stop', 'start', 'erase')),
  contact_id uuid,
  -- Of an erasure, whose names are gone with it.
  name_hashes bytea[],
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, turn)
);

CREATE FUNCTION whatsapp_optin.owe_suppression_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO whatsapp_optin.owed_suppressions (organization_id, kind, contact_id)
  SELECT NEW.organization_id, TG_ARGV[0], NEW.id FROM whatsapp_optin.suppression_journal WHERE kept;
  RETURN NULL;
END $$;
CREATE FUNCTION whatsapp_optin.owe_sms_suppression_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO whatsapp_optin.owed_suppressions (organization_id, kind, contact_id)
  SELECT NEW.organization_id, TG_ARGV[0], NEW.contact_id FROM whatsapp_optin.suppression_journal WHERE kept;
  RETURN NULL;
END $$;

-- A first message may be a STOP.
CREATE TRIGGER contacts_owe_first_stop AFTER INSERT ON whatsapp_optin.contacts FOR EACH ROW
  WHEN (NEW.opted_out_at IS NOT NULL) EXECUTE FUNCTION whatsapp_optin.owe_suppression_v1('stop');
CREATE TRIGGER contacts_owe_stop AFTER UPDATE OF opted_out_at ON whatsapp_optin.contacts FOR EACH ROW
  WHEN (OLD.opted_out_at IS NULL AND NEW.opted_out_at IS NOT NULL)
  EXECUTE FUNCTION whatsapp_optin.owe_suppression_v1('stop');
CREATE TRIGGER contacts_owe_start AFTER UPDATE OF opted_out_at ON whatsapp_optin.contacts FOR EACH ROW
  WHEN (OLD.opted_out_at IS NOT NULL AND NEW.opted_out_at IS NULL)
  EXECUTE FUNCTION whatsapp_optin.owe_suppression_v1('start');
CREATE TRIGGER identities_owe_stop AFTER UPDATE OF sms_stopped_at ON whatsapp_optin.contact_identities FOR EACH ROW
  WHEN (OLD.sms_stopped_at IS NULL AND NEW.sms_stopped_at IS NOT NULL)
  EXECUTE FUNCTION whatsapp_optin.owe_sms_suppression_v1('stop');

ALTER TABLE whatsapp_optin.consents
  DROP CONSTRAINT consents_method_check,
  ADD CONSTRAINT consents_method_check CHECK (method IN
    ('opt_in_code', 'inbound_message', 'keyword', 'vendor_report', 'customer_page', 'suppression_journal')) NOT VALID,
  DROP CONSTRAINT consents_evidence_check,
  ADD CONSTRAINT consents_evidence_check
    CHECK (evidence IN ('signed_webhook', 'secret_url', 'read_back', 'capability_link', 'keyed_hash')) NOT VALID,
  -- A journal can take back, and never grant.
  ADD CONSTRAINT consents_journal_withdraws CHECK (method <> 'suppression_journal' OR action = 'withdrawn') NOT VALID;

-- Repeats a STOP of the journal, as `withdraw_by_page_v1` takes one. False: they had stopped before.
CREATE FUNCTION whatsapp_optin.withdraw_by_journal_v1(of_organization text, whose uuid, consent uuid, since timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  members uuid[] := whatsapp_optin.lock_persons_v1(of_organization, ARRAY[whose]);
  stopped_at timestamptz := clock_timestamp();
BEGIN
  UPDATE whatsapp_optin.contacts AS contact
  SET opted_out_at = LEAST(since, stopped_at), opt_out_message_id = NULL, paused_at = NULL, paused_until = NULL,
      updated_at = stopped_at
  WHERE contact.organization_id = of_organization AND contact.id = ANY (members) AND contact.opted_out_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;

  UPDATE whatsapp_optin.whatsapp_sessions AS session
  SET is_active = false, ended_at = stopped_at, end_reason = 'opted_out',
      expires_at = LEAST(session.expires_at, stopped_at), updated_at = stopped_at
  WHERE session.organization_id = of_organization AND session.contact_id = ANY (members) AND session.ended_at IS NULL;

  INSERT INTO whatsapp_optin.consents
    (organization_id, id, contact_id, action, purpose, channel, method, provider, evidence)
  VALUES (of_organization, consent, whose, 'withdrawn', 'ticket_notifications', 'all', 'suppression_journal',
          'suppression_journal', 'keyed_hash');
  RETURN true;
END $$;

-- What was due before a restore has been done by the server that is gone, or is too old. Counts what it settled.
CREATE FUNCTION whatsapp_optin.settle_after_restore_v1(
  OUT notifications integer, OUT replies integer, OUT messages integer, OUT renewals integer)
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE whatsapp_optin.notification_logs
  SET tiers_left = '{}', deadline_at = clock_timestamp(), method = COALESCE(method, 'none'),
      reason = CASE WHEN method IS NULL THEN 'expired' ELSE reason END,
      result = COALESCE(result, 'no_delivery_method'), final_delivery_method = COALESCE(final_delivery_method, 'none'),
      step = step + 1, settled = true, waiting_tier = NULL, waiting_for = NULL, due_at = NULL, parked_at = NULL,
      updated_at = clock_timestamp()
  WHERE NOT settled;
  GET DIAGNOSTICS notifications = ROW_COUNT;

  UPDATE whatsapp_optin.owed_replies SET status = 'dropped', drop_reason = 'expired', updated_at = clock_timestamp()
  WHERE status IN ('due', 'parked', 'claimed');
  GET DIAGNOSTICS replies = ROW_COUNT;

  -- Messages whose sender was being checked would bring a second welcome: staff run them again where they must.
  UPDATE whatsapp_optin.pending_messages SET parked_at = clock_timestamp(), last_error = 'restored' WHERE parked_at IS NULL;
  GET DIAGNOSTICS messages = ROW_COUNT;

  -- A renewal notice may have gone out for each open window: its row keeps a second one back.
  INSERT INTO whatsapp_optin.renewal_notices
    (organization_id, session_id, epoch, contact_id, business_number, ticket_id, expires_at, sent)
  SELECT session.organization_id, session.id, session.epoch, session.contact_id, session.business_number,
         COALESCE(session.ticket_id, ''), session.expires_at, false
  FROM whatsapp_optin.whatsapp_sessions AS session
  WHERE session.is_active AND session.ended_at IS NULL AND session.expires_at > clock_timestamp()
  ON CONFLICT (organization_id, session_id, epoch) DO NOTHING;
  GET DIAGNOSTICS renewals = ROW_COUNT;
END $$;
