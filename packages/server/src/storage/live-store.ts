import type { LiveStore } from '../events/live-watermark.js';
import type { Database } from './database.js';

/**
 * The newest row of each index. A ticket's place depends on all but the settings. A notification that settles leaves the waiting ones; one that a vendor reports on has a
 * status; sessions change with messages, and with what staff do, which the audit log records.
 */
const WATERMARK = `
WITH mark AS (
  SELECT (SELECT max(received_at) FROM whatsapp_optin.whatsapp_inbound_messages WHERE organization_id = $1::text) AS inbound,
         (SELECT max(created_at) FROM whatsapp_optin.notification_logs WHERE organization_id = $1::text) AS notification,
         (SELECT count(*) FROM (SELECT FROM whatsapp_optin.notification_logs
           WHERE organization_id = $1::text AND NOT settled LIMIT 500) AS waiting) AS waiting,
         (SELECT max(updated_at) FROM whatsapp_optin.tickets WHERE organization_id = $1::text) AS ticket,
         (SELECT max(received_at) FROM whatsapp_optin.delivery_statuses WHERE organization_id = $1::text) AS status,
         (SELECT max(at) FROM whatsapp_optin.staff_audit WHERE organization_id = $1::text) AS staff,
         (SELECT updated_at FROM whatsapp_optin.organizations WHERE id = $1::text) AS settings
)
SELECT concat(extract(epoch FROM inbound), ' ', extract(epoch FROM staff)) AS sessions,
       concat(extract(epoch FROM inbound), ' ', extract(epoch FROM staff)) AS inbound,
       concat(extract(epoch FROM notification), ' ', waiting, ' ', extract(epoch FROM status)) AS notifications,
       concat(extract(epoch FROM settings)) AS settings,
       concat(extract(epoch FROM ticket), ' ', extract(epoch FROM inbound), ' ', extract(epoch FROM notification), ' ', waiting, ' ',
              extract(epoch FROM status), ' ', extract(epoch FROM staff)) AS tickets
FROM mark`;

export function createLiveStore(database: Database): LiveStore {
  return {
    async watermark(organizationId) {
      const [row] = await database.query<{
        sessions: string;
        inbound: string;
        notifications: string;
        settings: string;
        tickets: string;
      }>(WATERMARK, [organizationId]);
      return row ?? { sessions: '', inbound: '', notifications: '', settings: '', tickets: '' };
    },
  };
}
