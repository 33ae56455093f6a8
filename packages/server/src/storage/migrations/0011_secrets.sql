-- The key that made a key: who revokes one revokes those that it made. None: the configuration's, or the command line's.
ALTER TABLE whatsapp_optin.admin_keys ADD COLUMN parent_id uuid;
CREATE INDEX admin_keys_parent ON whatsapp_optin.admin_keys (organization_id, parent_id) WHERE parent_id IS NOT NULL;
