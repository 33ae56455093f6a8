import { z } from '@hono/zod-openapi';
import { ACCOUNT_ALERT_KINDS, ALERT_SEVERITIES } from '@whatsapp-optin/sdk/contract';
import { defineRoute } from '../define-route.js';
import { moment } from '../fields.js';
import { staff } from '../who.js';

const accountAlertListDocument = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(ACCOUNT_ALERT_KINDS),
        severity: z.enum(ALERT_SEVERITIES),
        provider: z.string(),
        businessNumber: z.string().nullable(),
        code: z.string().openapi({ description: 'The platform’s own word.', example: 'FLAGGED' }),
        message: z.string(),
        occurredAt: moment,
      }),
    ),
  })
  .openapi('AccountAlertList');

export const ALERT_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/api/admin/account-alerts',
    id: 'listAccountAlerts',
    tag: 'Staff',
    summary: 'What the platform warns about: the account, its number, its limit, its templates',
    description: 'Of 7 days, the latest word of each kind about each number, where it is a warning or critical.',
    who: staff('settings.read'),
    output: { 200: { description: 'Newest first; empty where all is well', schema: accountAlertListDocument } },
    example: {},
  },
  async ({ context, organizationId, answer }) =>
    answer(200, { items: await context.queries.alerts.latest(organizationId) }),
);
