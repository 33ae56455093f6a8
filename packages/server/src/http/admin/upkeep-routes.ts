import { z } from '@hono/zod-openapi';
import type { SmsSettingsDocument } from '@whatsapp-optin/sdk/contract';
import { contradictsOperator, exceedsOperator, smsLimitsOf } from '../../organizations/sms-limits.js';
import { defineRoute } from '../define-route.js';
import { rowId } from '../fields.js';
import type { RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { staff } from '../who.js';
import { paging, readPage } from './list-query.js';
import { PARKED_KINDS, parkedDocument, smsDocument, smsRequest } from './upkeep-documents.js';

const listParkedWork = defineRoute(
  {
    method: 'get',
    path: '/api/admin/parked',
    id: 'listParkedWork',
    tag: 'Staff',
    summary: 'Work that failed again and again and was set aside',
    who: staff('notifications.read'),
    query: z.strictObject(paging),
    output: { 200: { description: 'A page of it, oldest first', schema: parkedDocument } },
    example: { query: { limit: 50 } },
  },
  async ({ context, organizationId, query, answer }) => {
    const { deadLetters } = context;
    const page = await readPage(
      'parked',
      query,
      (request) => deadLetters.page(organizationId, request),
      (item) => item,
    );
    return page instanceof Response ? page : answer(200, page);
  },
);

const retryParkedWork = defineRoute(
  {
    method: 'post',
    path: '/api/admin/parked/{kind}/{id}/retry',
    id: 'retryParkedWork',
    tag: 'Staff',
    summary: 'Drive it again',
    who: staff('notifications.write'),
    params: z.object({ kind: z.enum(PARKED_KINDS), id: rowId }),
    output: { 204: { description: 'Due again' } },
    refuses: ['NOT_FOUND'],
    example: { params: { kind: 'notification', id: '01938f6e-0000-7000-8000-000000000002' } },
  },
  async ({ context, organizationId, params: { kind, id }, answer, note }) => {
    if (!(await context.deadLetters.retry(organizationId, kind, id)))
      return problemResponse('NOT_FOUND', 'No dead letter of this kind has this id.');
    await note({ action: 'parked.retried', target: id, details: { kind } });
    return answer(204);
  },
);

const readSms = defineRoute(
  {
    method: 'get',
    path: '/api/admin/sms',
    id: 'readSms',
    tag: 'Staff',
    summary: 'What SMS may do, and what it cost',
    who: staff('settings.read'),
    output: { 200: { description: 'As it stands', schema: smsDocument } },
    refuses: ['NOT_FOUND'],
    example: {},
  },
  async ({ context, organizationId, answer }) => {
    const found = await smsOf(context, organizationId);
    return found === null ? unknownOrganization() : answer(200, found);
  },
);

const changeSms = defineRoute(
  {
    method: 'put',
    path: '/api/admin/sms',
    id: 'changeSms',
    tag: 'Staff',
    summary: 'Change the daily limit or the countries of the organization',
    who: staff('settings.write'),
    body: smsRequest,
    output: { 200: { description: 'As it stands now', schema: smsDocument } },
    refuses: ['NOT_FOUND'],
    example: { body: { dailyLimit: 100, allowedCountries: ['SA'] } },
  },
  async ({ context, organizationId, body: { dailyLimit, allowedCountries, ...switches }, answer, note }) => {
    const { sms } = context.settings;
    const refusal = contradictsOperator(switches, sms) ?? exceedsOperator({ dailyLimit, allowedCountries }, sms);
    if (refusal !== null) return wrongField(refusal.field, refusal.message);
    await context.organizations.update(organizationId, {
      ...(dailyLimit !== undefined && { smsDailyLimit: dailyLimit }),
      ...(allowedCountries !== undefined && { smsAllowedCountries: allowedCountries }),
    });
    await note({ action: 'sms.changed' });
    context.live.nudge(organizationId);
    const found = await smsOf(context, organizationId);
    return found === null ? unknownOrganization() : answer(200, found);
  },
);

/** Work that was set aside, and what SMS may do and cost. */
export const UPKEEP_ROUTES = [listParkedWork, retryParkedWork, readSms, changeSms];

async function smsOf(context: RouteContext, organizationId: string): Promise<SmsSettingsDocument | null> {
  const organization = await context.organizations.find(organizationId);
  if (organization === null) return null;
  const { sms } = context.settings;
  const limits = smsLimitsOf(organization, sms);
  const { usedToday, ...last30Days } = await context.analytics.smsSpend(organizationId, organization.timeZone);
  return {
    enabled: sms.enabled,
    provider: sms.account?.kind ?? null,
    from: sms.account?.fromNumber ?? sms.account?.senderId ?? null,
    fallbackEnabled: sms.fallbackEnabled,
    criticalOnly: sms.criticalOnly,
    dailyLimit: limits.dailyLimit,
    allowedCountries: [...limits.allowedCountries],
    usedToday,
    last30Days,
  };
}

function unknownOrganization(): Response {
  return problemResponse('NOT_FOUND', 'There is no such organization.');
}
