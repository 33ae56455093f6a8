-- A number may send 1,000 messages a second, which whole milliseconds between two messages cannot say.
CREATE FUNCTION whatsapp_optin.take_turn_v2(
  of_organization text, of_lanes text[], every_ms double precision[], ahead_ms double precision[],
  longest_wait_ms double precision, OUT granted boolean, OUT wait_ms double precision
) LANGUAGE plpgsql AS $$
DECLARE
  begins timestamptz := '-infinity';
  free timestamptz;
BEGIN
  FOR lane_number IN 1 .. cardinality(of_lanes) LOOP
    INSERT INTO whatsapp_optin.send_turns AS turn (organization_id, lane, free_at)
    VALUES (of_organization, of_lanes[lane_number], clock_timestamp())
    ON CONFLICT (organization_id, lane) DO UPDATE SET lane = EXCLUDED.lane
    RETURNING free_at INTO free;
    begins := GREATEST(begins, free - ahead_ms[lane_number] * interval '1 millisecond');
  END LOOP;
  -- Judged after any wait for a row.
  begins := GREATEST(begins, clock_timestamp());
  wait_ms := GREATEST(0, extract(epoch FROM begins - clock_timestamp()) * 1000);
  granted := wait_ms <= longest_wait_ms;
  IF granted THEN
    FOR lane_number IN 1 .. cardinality(of_lanes) LOOP
      UPDATE whatsapp_optin.send_turns AS turn
      SET free_at = GREATEST(turn.free_at, begins) + every_ms[lane_number] * interval '1 millisecond'
      WHERE turn.organization_id = of_organization AND turn.lane = of_lanes[lane_number];
    END LOOP;
  END IF;
END $$;
