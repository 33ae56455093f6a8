-- Which steps of the funnel an opt-in has reported: each counts once. A former version writes its events without it.
ALTER TABLE whatsapp_optin.opt_ins ADD COLUMN reported_events text[] NOT NULL DEFAULT '{}';
