-- Which steps of the funnel an opt-in has reported: each counts once. A former version writes its events without it.
ALTER TABLE whatsapp_optin.opt_ins ADD COLUMN reported_events text[] NOT NULL DEFAULT '{}';

-- Of one opt-in the newest push subscriptions are kept.
CREATE INDEX push_subscriptions_opt_in ON whatsapp_optin.push_subscriptions (organization_id, opt_in_id)
  WHERE opt_in_id IS NOT NULL;
