-- A ticket that its customer gave up by one tap: `left` closes it, as `served` and `cancelled` do.

-- The former rule is the narrower one, so every row keeps the new one.
ALTER TABLE whatsapp_optin.tickets DROP CONSTRAINT tickets_status_check;
ALTER TABLE whatsapp_optin.tickets ADD CONSTRAINT tickets_status_check
  CHECK (status IN ('waiting', 'called', 'served', 'cancelled', 'left'));

DROP INDEX whatsapp_optin.tickets_named;
CREATE INDEX tickets_named ON whatsapp_optin.tickets (organization_id, updated_at)
  WHERE status IN ('served', 'cancelled', 'left') AND (phone IS NOT NULL OR customer_name IS NOT NULL);

-- The queue of a department, in its order.
CREATE INDEX tickets_waiting ON whatsapp_optin.tickets (organization_id, department_name, created_at, id)
  WHERE status = 'waiting';
