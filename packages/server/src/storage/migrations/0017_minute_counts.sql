-- Daily counts are summed from minutes. A count reads the minutes since the one before it, and those in which an older row
-- has changed since.

CREATE TABLE whatsapp_optin.minute_counts (
  organization_id text NOT NULL,
  -- The day that the counts belong to, in the organization's zone.
  day date NOT NULL,
  name text NOT NULL,
  minute timestamptz NOT NULL,
  count bigint NOT NULL,
  -- How many rows the last count found: fewer than `count` where some were deleted since.
  found bigint NOT NULL,
  PRIMARY KEY (organization_id, day, name, minute)
);
CREATE INDEX minute_counts_minute ON whatsapp_optin.minute_counts (organization_id, minute);

-- One row an organization. Its lock lets one process count at a time.
CREATE TABLE whatsapp_optin.count_progress (
  organization_id text NOT NULL,
  counted_until timestamptz NOT NULL,
  -- The value before the count under way.
  counted_before timestamptz NOT NULL,
  PRIMARY KEY (organization_id)
) WITH (fillfactor = 50);

-- Minutes whose rows have changed after they were counted. No key: two transactions that mark one minute do not wait.
CREATE TABLE whatsapp_optin.minutes_to_recount (
  organization_id text NOT NULL,
  minute timestamptz NOT NULL
);
CREATE INDEX minutes_to_recount_organization ON whatsapp_optin.minutes_to_recount (organization_id);

-- Five minutes: the next count reads ten minutes back, and a transaction ends within a minute. Four days: no day before
-- the day before yesterday is counted again.
CREATE FUNCTION whatsapp_optin.changed_late_v1(at timestamptz) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT at < clock_timestamp() - interval '5 minutes' AND at > clock_timestamp() - interval '4 days'
$$;

-- The argument names the column that says in which minute the row is counted.
CREATE FUNCTION whatsapp_optin.recount_minute_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO whatsapp_optin.minutes_to_recount (organization_id, minute)
  VALUES (NEW.organization_id, date_trunc('minute', (to_jsonb(NEW) ->> TG_ARGV[0])::timestamptz));
  RETURN NULL;
END $$;

-- A message is received just before its key is made.
CREATE FUNCTION whatsapp_optin.recount_message_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO whatsapp_optin.minutes_to_recount (organization_id, minute)
  VALUES (NEW.organization_id, date_trunc('minute', NEW.created_at)),
         (NEW.organization_id, date_trunc('minute', NEW.created_at) - interval '1 minute');
  RETURN NULL;
END $$;

-- In the order in which transactions of the server lock these tables.
CREATE TRIGGER inbound_message_keys_recount AFTER UPDATE OF state ON whatsapp_optin.inbound_message_keys
  FOR EACH ROW WHEN (OLD.state <> NEW.state AND whatsapp_optin.changed_late_v1(NEW.created_at))
  EXECUTE FUNCTION whatsapp_optin.recount_message_v1();
-- A message that arrives late opens a session in the past.
CREATE TRIGGER whatsapp_sessions_recount_new AFTER INSERT ON whatsapp_optin.whatsapp_sessions
  FOR EACH ROW WHEN (whatsapp_optin.changed_late_v1(NEW.initiated_at))
  EXECUTE FUNCTION whatsapp_optin.recount_minute_v1('initiated_at');
CREATE TRIGGER whatsapp_sessions_recount_changed AFTER UPDATE OF initiated_at ON whatsapp_optin.whatsapp_sessions
  FOR EACH ROW WHEN (OLD.initiated_at <> NEW.initiated_at AND whatsapp_optin.changed_late_v1(NEW.initiated_at))
  EXECUTE FUNCTION whatsapp_optin.recount_minute_v1('initiated_at');
CREATE TRIGGER notification_logs_recount AFTER UPDATE OF settled, method, reason ON whatsapp_optin.notification_logs
  FOR EACH ROW WHEN ((OLD.settled, OLD.method, OLD.reason) IS DISTINCT FROM (NEW.settled, NEW.method, NEW.reason)
    AND whatsapp_optin.changed_late_v1(NEW.created_at))
  EXECUTE FUNCTION whatsapp_optin.recount_minute_v1('created_at');
CREATE TRIGGER notification_attempts_recount AFTER UPDATE OF status, late, reason ON whatsapp_optin.notification_attempts
  FOR EACH ROW WHEN ((OLD.status, OLD.late, OLD.reason) IS DISTINCT FROM (NEW.status, NEW.late, NEW.reason)
    AND whatsapp_optin.changed_late_v1(NEW.at))
  EXECUTE FUNCTION whatsapp_optin.recount_minute_v1('at');
CREATE TRIGGER sms_notifications_recount AFTER UPDATE OF segments, cost_cents, cost_is_estimated ON whatsapp_optin.sms_notifications
  FOR EACH ROW WHEN (
    (OLD.segments, OLD.cost_cents, OLD.cost_is_estimated) IS DISTINCT FROM (NEW.segments, NEW.cost_cents, NEW.cost_is_estimated)
    AND whatsapp_optin.changed_late_v1(NEW.created_at))
  EXECUTE FUNCTION whatsapp_optin.recount_minute_v1('created_at');
CREATE TRIGGER renewal_notices_recount AFTER UPDATE OF sent ON whatsapp_optin.renewal_notices
  FOR EACH ROW WHEN (OLD.sent IS DISTINCT FROM NEW.sent AND whatsapp_optin.changed_late_v1(NEW.created_at))
  EXECUTE FUNCTION whatsapp_optin.recount_minute_v1('created_at');
