-- Two processes make the partitions of a new month at once. IF NOT EXISTS looks before the other one commits, and the later
-- one then fails: what it wants is there.
CREATE OR REPLACE FUNCTION whatsapp_optin.ensure_partitions() RETURNS void LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  parent text;
  month timestamptz;
BEGIN
  FOREACH parent IN ARRAY ARRAY['whatsapp_inbound_messages', 'opt_in_events', 'consents'] LOOP
    FOR step IN 0..3 LOOP
      month := date_trunc('month', clock_timestamp()) + make_interval(months => step);
      BEGIN
        EXECUTE format(
          'CREATE TABLE IF NOT EXISTS whatsapp_optin.%I PARTITION OF whatsapp_optin.%I FOR VALUES FROM (%L) TO (%L)',
          parent || '_' || to_char(month, 'YYYY_MM'), parent, month, month + interval '1 month');
      EXCEPTION WHEN check_violation OR duplicate_table OR unique_violation THEN
        NULL;
      END;
    END LOOP;
  END LOOP;
END $$;
