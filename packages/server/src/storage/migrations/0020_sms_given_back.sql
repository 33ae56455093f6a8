-- The day on which an SMS counts against the daily limit. NULL: it does not count, since no vendor took it; or it is older than this
-- column, and counts for good.
ALTER TABLE whatsapp_optin.sms_notifications ADD COLUMN counted_on date;
