-- What every attempt rests on. It follows from the row, so that no statement can claim another one.

ALTER TABLE whatsapp_optin.notification_attempts ADD COLUMN basis text GENERATED ALWAYS AS (
  CASE
    WHEN status = 'skipped' THEN NULL
    -- The browser's own subscription.
    WHEN tier = 'push' THEN 'subscription'
    -- The customer's message that opened the window; `whatsapp_only_in_answer` demands it.
    WHEN tier = 'whatsapp' THEN 'inbound'
    -- The phone's owner has written to us.
    WHEN tier = 'sms' AND inbound_message_id IS NOT NULL THEN 'proven'
    -- The organization says that the phone is its customer's.
    WHEN tier = 'sms' THEN 'declared'
  END) STORED;

-- Which basis an SMS needs here: the word of the organization, or a proof.
ALTER TABLE whatsapp_optin.organizations
  ADD COLUMN sms_basis text NOT NULL DEFAULT 'declared' CHECK (sms_basis IN ('declared', 'proven'));

CREATE FUNCTION whatsapp_optin.refuse_unproven_sms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM whatsapp_optin.organizations WHERE id = NEW.organization_id AND sms_basis = 'proven') THEN
    RAISE EXCEPTION 'an SMS needs a message of its phone''s owner here' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notification_attempts_sms_basis BEFORE INSERT OR UPDATE ON whatsapp_optin.notification_attempts
  FOR EACH ROW WHEN (NEW.tier = 'sms' AND NEW.status = 'claimed' AND NEW.inbound_message_id IS NULL)
  EXECUTE FUNCTION whatsapp_optin.refuse_unproven_sms();

-- What the sends rest on, day by day, of those that were made before it was counted daily.
INSERT INTO whatsapp_optin.daily_counts (organization_id, day, name, count)
  SELECT attempt.organization_id, (attempt.at AT TIME ZONE organization.time_zone)::date,
         'basis.' || attempt.tier || '.' || attempt.basis, count(*)
  FROM whatsapp_optin.notification_attempts AS attempt
  JOIN whatsapp_optin.organizations AS organization ON organization.id = attempt.organization_id
  WHERE attempt.basis IS NOT NULL
  GROUP BY 1, 2, 3
  ON CONFLICT DO NOTHING;
