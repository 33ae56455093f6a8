-- Origins of pages that browsers were refused for, so that `doctor` names them. A preflight has no key: the organization is unknown.
CREATE TABLE whatsapp_optin.refused_origins (
  origin text PRIMARY KEY CHECK (length(origin) <= 210),
  last_refused_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
