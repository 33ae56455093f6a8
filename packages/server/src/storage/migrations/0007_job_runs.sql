-- When a job that one server does for all began last: of several servers of a database, the first that asks does it.
CREATE TABLE whatsapp_optin.job_runs (
  name text PRIMARY KEY,
  started_at timestamptz NOT NULL
);
