import { CONNECT_SECONDS } from '../analytics/analytics-store.js';

/** SQL: this WhatsApp send has no message of the customer's in the 24 hours before. */
export const UNSOLICITED = `NOT EXISTS (
  SELECT FROM whatsapp_optin.inbound_message_keys AS message
  WHERE message.organization_id = attempt.organization_id AND message.contact_id = attempt.contact_id
    AND message.business_number = attempt.business_number AND message.state = 'accepted'
    AND message.sent_at <= attempt.at AND message.sent_at > attempt.at - interval '24 hours')`;

/** SQL: this send lacks what its basis promises. */
export const UNPROVEN = `(attempt.basis IS NULL OR (attempt.basis = 'inbound' AND ${UNSOLICITED})
  OR (attempt.basis = 'proven' AND NOT EXISTS (
    SELECT FROM whatsapp_optin.inbound_message_keys AS message
    WHERE message.organization_id = attempt.organization_id AND message.contact_id = attempt.contact_id
      AND message.id = attempt.inbound_message_id AND message.state = 'accepted' AND message.sent_at <= attempt.at)))`;

/** SQL: the minutes of `span` that hold this moment. */
const within = (moment: string, span = 'span'): string =>
  `JOIN ${span} ON ${moment} >= ${span}.begins AND ${moment} < ${span}.ends`;

/**
 * SQL of the facts of an organization ($1) in the minutes of the CTEs `span` and `notice_span`. `at`: the moment that
 * chooses the minute. `day_at`: the moment that chooses the day. `times`: how often one fact counts.
 */
export const FACTS = `
    SELECT created_at AS at, created_at AS day_at, 'opt_in.' || type AS name, 1 AS times FROM whatsapp_optin.opt_in_events
    ${within('created_at')} WHERE organization_id = $1::text
    UNION ALL
    SELECT consent.recorded_at, consent.recorded_at, counted.name, 1 FROM whatsapp_optin.consents AS consent
    ${within('consent.recorded_at')}
    CROSS JOIN LATERAL (VALUES ('consent.' || consent.action),
      (CASE WHEN consent.method = 'opt_in_code' THEN 'opt_in.connected' END),
      (CASE WHEN consent.method = 'opt_in_code' THEN (
        SELECT 'connect_time.' || (
          SELECT COALESCE(min(bound)::text, 'more') FROM unnest(ARRAY[${CONNECT_SECONDS.join(', ')}]) AS bound
          WHERE extract(epoch FROM consent.recorded_at - opt_in.created_at) <= bound)
        FROM whatsapp_optin.opt_ins AS opt_in
        WHERE opt_in.organization_id = consent.organization_id AND opt_in.id = consent.opt_in_id) END)) AS counted (name)
    WHERE consent.organization_id = $1::text AND counted.name IS NOT NULL
    UNION ALL
    SELECT message.received_at, message.received_at, counted.name, 1 FROM whatsapp_optin.whatsapp_inbound_messages AS message
    ${within('message.received_at')}
    CROSS JOIN LATERAL (VALUES ('inbound'), ((
      SELECT 'webhook.' || key.state FROM whatsapp_optin.inbound_message_keys AS key
      WHERE key.organization_id = message.organization_id AND key.contact_id = message.contact_id
        AND key.business_number = message.business_number AND key.id = message.id AND key.sent_at = message.sent_at
        AND key.state <> 'pending'))) AS counted (name)
    WHERE message.organization_id = $1::text AND counted.name IS NOT NULL
    UNION ALL
    SELECT received_at, received_at, 'webhook.kept', 1 FROM whatsapp_optin.kept_events
    ${within('received_at')} WHERE organization_id = $1::text
    UNION ALL
    SELECT initiated_at, initiated_at, 'session.opened', 1 FROM whatsapp_optin.whatsapp_sessions
    ${within('initiated_at')} WHERE organization_id = $1::text
    UNION ALL
    -- Such a session expires when it is ended, a moment later: the index is by that.
    SELECT ended_at, ended_at, 'session.ended_by_staff', 1 FROM whatsapp_optin.whatsapp_sessions
    JOIN span ON expires_at >= span.begins AND expires_at < span.ends + interval '1 minute'
      AND ended_at >= span.begins AND ended_at < span.ends
    WHERE organization_id = $1::text AND end_reason = 'staff'
    UNION ALL
    SELECT notice.created_at, notice.created_at, counted.name, 1 FROM whatsapp_optin.renewal_notices AS notice
    ${within('notice.created_at', 'notice_span')}
    CROSS JOIN LATERAL (VALUES ('renewal.sent'), (CASE WHEN EXISTS (
      SELECT FROM whatsapp_optin.inbound_message_keys AS message
      WHERE message.organization_id = notice.organization_id AND message.contact_id = notice.contact_id
        AND message.business_number = notice.business_number AND message.state = 'accepted'
        AND message.sent_at > notice.created_at AND message.sent_at <= notice.expires_at) THEN 'renewal.renewed' END)) AS counted (name)
    WHERE notice.organization_id = $1::text AND notice.sent AND counted.name IS NOT NULL
    UNION ALL
    SELECT log.created_at, log.created_at, counted.name, 1 FROM whatsapp_optin.notification_logs AS log
    ${within('log.created_at')}
    CROSS JOIN LATERAL (VALUES ('notification.' || log.method),
      (CASE WHEN log.method = 'none' THEN 'notification_reason.' || log.reason END)) AS counted (name)
    WHERE log.organization_id = $1::text AND log.kind = 'ticket' AND log.settled AND counted.name IS NOT NULL
    UNION ALL
    -- An attempt belongs to the day of its notification.
    SELECT attempt.at, counted.day_at, counted.name, 1 FROM whatsapp_optin.notification_attempts AS attempt
    ${within('attempt.at')}
    CROSS JOIN LATERAL (
      SELECT log.created_at AS day_at, named.name FROM whatsapp_optin.notification_logs AS log
      CROSS JOIN (VALUES ('attempt.' || attempt.tier || '.' || attempt.status),
        (CASE WHEN attempt.late THEN 'attempt_late.' || attempt.tier END),
        (CASE WHEN attempt.status IN ('failed', 'unknown') THEN 'attempt_reason.' || attempt.tier || '.' || attempt.reason END)
        ) AS named (name)
      WHERE log.organization_id = attempt.organization_id AND log.id = attempt.notification_id
      UNION ALL
      SELECT attempt.at, named.name FROM (VALUES
        (CASE WHEN attempt.tier = 'whatsapp' THEN 'whatsapp.sends' END),
        (CASE WHEN attempt.tier = 'whatsapp' AND ${UNSOLICITED} THEN 'whatsapp.unsolicited' END),
        ('basis.' || attempt.tier || '.' || attempt.basis),
        (CASE WHEN ${UNPROVEN} THEN 'unproven.' || attempt.tier || '.' || attempt.basis END)) AS named (name)
    ) AS counted
    WHERE attempt.organization_id = $1::text AND attempt.status <> 'skipped' AND counted.name IS NOT NULL
    UNION ALL
    SELECT created_at, created_at, counted.name, counted.times FROM whatsapp_optin.sms_notifications AS sms
    ${within('sms.created_at')}
    CROSS JOIN LATERAL (VALUES ('sms.messages', CASE WHEN sms.segments = 0 THEN 0 ELSE 1 END), ('sms.segments', COALESCE(sms.segments, 0)),
      ('sms.unknown_cost', CASE WHEN sms.cost_cents IS NULL THEN 1 ELSE 0 END),
      (CASE WHEN sms.cost_is_estimated THEN 'sms.estimated_cost' ELSE 'sms.cost' END, round(COALESCE(sms.cost_cents, 0) * 10000)::int)
      ) AS counted (name, times)
    WHERE sms.organization_id = $1::text AND counted.times > 0`;
