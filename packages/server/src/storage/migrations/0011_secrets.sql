-- The key that made a key: who revokes one revokes those that it made. None: the configuration's, or the command line's.
ALTER TABLE whatsapp_optin.admin_keys ADD COLUMN parent_id uuid;
CREATE INDEX admin_keys_parent ON whatsapp_optin.admin_keys (organization_id, parent_id) WHERE parent_id IS NOT NULL;

-- A random root of each organization, sealed under a key derived from each SECRET_KEY that is configured. It keys what we
-- seal and the hashes of erased phones, so that another SECRET_KEY voids neither.
CREATE TABLE whatsapp_optin.organization_roots (
  organization_id text NOT NULL,
  -- Which key seals it; derived from the key, and leads nowhere without it.
  key_id text NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, key_id)
);

-- Organizations from before: the former version, which may still run, hashes erased phones by SECRET_KEY. The root takes over
-- that key, so that its hashes stay good.
ALTER TABLE whatsapp_optin.organizations ADD COLUMN phones_hashed_by_secret_key boolean NOT NULL DEFAULT false;
UPDATE whatsapp_optin.organizations SET phones_hashed_by_secret_key = true;
