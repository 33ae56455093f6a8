-- What happened on each day, in the organization's zone. Outlives the rows that it was counted from, and names nobody.
CREATE TABLE whatsapp_optin.daily_counts (
  organization_id text NOT NULL REFERENCES whatsapp_optin.organizations (id) ON DELETE CASCADE,
  day date NOT NULL,
  -- `opt_in.impression`, `opt_in.connected`, `inbound`, `consent.withdrawn`, `notification.sms_fallback` and their like.
  name text NOT NULL,
  count bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, day, name)
);
