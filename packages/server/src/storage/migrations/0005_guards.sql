-- What the way out to vendors remembers: turns, people who cannot be reached, a STOP that is still in doubt, prices to ask for.

-- When the next message of a lane may leave: a business number, a person, an account. Organization '': shared by all.
CREATE TABLE whatsapp_optin.send_turns (
  organization_id text NOT NULL,
  lane text NOT NULL,
  free_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, lane)
) WITH (fillfactor = 50);
CREATE INDEX send_turns_free ON whatsapp_optin.send_turns (free_at);

-- Takes the next turn of all the lanes at once, on the database's clock, or none where it would come later than wanted.
-- A lane gives one turn every so often, and lends so much ahead. Callers name the lanes in one order, so that none
-- waits for another's.
CREATE FUNCTION whatsapp_optin.take_turn(
  of_organization text, of_lanes text[], every_ms integer[], ahead_ms integer[], longest_wait_ms integer,
  OUT granted boolean, OUT wait_ms integer
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
  wait_ms := GREATEST(0, ceil(extract(epoch FROM begins - clock_timestamp()) * 1000));
  granted := wait_ms <= longest_wait_ms;
  IF granted THEN
    FOR lane_number IN 1 .. cardinality(of_lanes) LOOP
      UPDATE whatsapp_optin.send_turns AS turn
      SET free_at = GREATEST(turn.free_at, begins) + every_ms[lane_number] * interval '1 millisecond'
      WHERE turn.organization_id = of_organization AND turn.lane = of_lanes[lane_number];
    END LOOP;
  END IF;
END $$;

ALTER TABLE whatsapp_optin.contacts
  -- The vendor says that WhatsApp does not reach this person; what they write proves otherwise.
  ADD COLUMN unreachable_until timestamptz,
  -- Messages that say STOP and wait for their vendor's word: nothing paid is sent while there is one.
  ADD COLUMN pending_stops uuid[] NOT NULL DEFAULT '{}';

-- Where the page was served from, as its browser says, which the page itself cannot change.
ALTER TABLE whatsapp_optin.opt_ins ADD COLUMN page_origin text;

-- A message came to its end and its vendor told no price: to be asked for.
CREATE TABLE whatsapp_optin.owed_prices (
  organization_id text NOT NULL,
  attempt_id uuid NOT NULL,
  tier text NOT NULL,
  provider text NOT NULL,
  provider_message_id text NOT NULL,
  status text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, attempt_id)
);
CREATE INDEX owed_prices_due ON whatsapp_optin.owed_prices (due_at);
