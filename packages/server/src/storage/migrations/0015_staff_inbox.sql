-- Staff answer a customer inside the open window.

ALTER TABLE whatsapp_optin.notification_logs
  DROP CONSTRAINT notification_logs_kind_check,
  ADD CONSTRAINT notification_logs_kind_check
    CHECK (kind IN ('ticket', 'message', 'welcome', 'opt_out_confirmation', 'stop_question', 'staff_reply')),
  -- The customer's message that staff answered. Its text is forgotten earlier than this row.
  ADD COLUMN answers_message_id uuid,
  -- Name of the member of staff, as in the audit log.
  ADD COLUMN written_by text;
CREATE INDEX notification_logs_answers ON whatsapp_optin.notification_logs (organization_id, answers_message_id)
  WHERE answers_message_id IS NOT NULL;
-- Texts of replies, until they are forgotten with what customers wrote.
CREATE INDEX notification_logs_reply_texts ON whatsapp_optin.notification_logs (organization_id, created_at)
  WHERE kind = 'staff_reply' AND content IS NOT NULL;

-- What the product cannot show is listed for staff, newest first.
ALTER TABLE whatsapp_optin.kept_events
  -- A customer sent it; the rest are notices of a vendor. Rows of the former server version have none.
  ADD COLUMN from_customer boolean NOT NULL DEFAULT false;
CREATE INDEX kept_events_listed ON whatsapp_optin.kept_events (organization_id, received_at) WHERE from_customer;
