/** Statements that read rows of several organizations, by a part of their text on one line, and why each does. */
export const CROSS_ORGANIZATIONS: readonly { statement: string; reason: string }[] = [
  {
    statement: "FROM whatsapp_optin.owed_replies WHERE status = 'due' AND due_at <= statement_timestamp()",
    reason: 'due replies, by a partial index on their moment; each is then taken by its key',
  },
  {
    statement: 'FROM whatsapp_optin.notification_logs WHERE due_at <= statement_timestamp() AND NOT settled',
    reason: 'due notifications, in the same way',
  },
  {
    statement: 'FROM whatsapp_optin.pending_messages WHERE due_at <= clock_timestamp() AND parked_at IS NULL',
    reason: 'messages whose confirmation is due, in the same way',
  },
  {
    statement: 'FROM whatsapp_optin.owed_prices WHERE due_at <= clock_timestamp()',
    reason: 'prices whose question is due, in the same way',
  },
  {
    statement: 'SELECT DISTINCT organization_id FROM whatsapp_optin.unsealed_consents LIMIT 100',
    reason: 'whose consents wait for their seal; each organization is sealed by itself',
  },
  {
    statement: 'FROM whatsapp_optin.suppression_journal',
    reason: 'one row: whether a journal of STOPs is kept, and how far it is',
  },
  { statement: 'AS replies_due', reason: 'the depth of each queue for /metrics, up to 10,000' },
  {
    statement: 'SELECT id FROM whatsapp_optin.organizations ORDER BY id',
    reason: 'the organizations themselves, each of which is then counted by itself',
  },
  {
    statement: 'SELECT id, retention_days,',
    reason: 'the organizations themselves, each of which then forgets by itself',
  },
  {
    statement: 'SELECT max(COALESCE((retention_days ->> $1::text)::int',
    reason: 'a month of a partition is dropped when no organization keeps it any longer',
  },
  {
    statement: 'DELETE FROM whatsapp_optin.idempotency_keys WHERE ctid',
    reason: 'answers that are a day old, for all organizations alike',
  },
  {
    statement: 'DELETE FROM whatsapp_optin.kept_events WHERE ctid',
    reason: 'events that nothing needs any more, for all organizations alike',
  },
  {
    statement: 'DELETE FROM whatsapp_optin.events WHERE ctid',
    reason: 'old events of the outbox, for all organizations alike',
  },
  {
    statement: 'DELETE FROM whatsapp_optin.event_deliveries WHERE ctid',
    reason: 'old deliveries of events, for all organizations alike',
  },
  {
    statement: 'DELETE FROM whatsapp_optin.staff_sessions WHERE ctid',
    reason: 'sign-ins that have ended, for all organizations alike',
  },
  {
    statement: 'FROM whatsapp_optin.whatsapp_sessions AS session JOIN whatsapp_optin.organizations AS organization ON',
    reason: 'sessions that end soon, of the organizations that send a notice before',
  },
  {
    statement: "FROM whatsapp_optin.owed_replies AS reply WHERE reply.status = 'claimed' AND reply.updated_at <",
    reason: 'replies whose process has died, by a partial index; upkeep',
  },
  {
    statement: "SET status = 'unknown', reason = 'unknown_outcome'",
    reason: 'attempts whose process has died, by a partial index; upkeep',
  },
  {
    statement: 'FROM whatsapp_optin.whatsapp_sessions WHERE is_active AND expires_at <= clock_timestamp()',
    reason: 'sessions that have ended, by a partial index; upkeep',
  },
  {
    statement: 'UPDATE whatsapp_optin.notification_logs SET content = NULL WHERE ctid',
    reason: 'texts that no run needs any more, by a partial index; upkeep',
  },
  {
    statement: 'DELETE FROM whatsapp_optin.send_turns WHERE ctid',
    reason: 'reservations of numbers that rest, for all organizations alike',
  },
  {
    statement:
      'SELECT organization.id FROM whatsapp_optin.organizations AS organization LEFT JOIN whatsapp_optin.consent_chain_checks',
    reason: 'the organizations whose chain of consents is to be checked, each of which is then checked by itself',
  },
];
