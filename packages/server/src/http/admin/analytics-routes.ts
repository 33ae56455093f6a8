import { defineRoute } from '../define-route.js';
import { problemResponse } from '../problem-response.js';
import { staff } from '../who.js';
import {
  complianceDocument,
  consentListQuery,
  consentPageDocument,
  dayRangeQuery,
  deliveryAnalyticsDocument,
  optInAnalyticsDocument,
} from './analytics-documents.js';
import { readPage } from './list-query.js';

const report = {
  method: 'get',
  tag: 'Staff',
  query: dayRangeQuery,
  refuses: ['NOT_FOUND'],
  example: { query: { from: '2026-11-01', to: '2026-11-24' } },
} as const;
const LAST_DAYS = 'The report; the last 30 days where nothing else is asked for';

const reportOptIns = defineRoute(
  {
    ...report,
    path: '/api/admin/analytics/opt-ins',
    id: 'reportOptIns',
    summary: 'From the prompt to the message: funnel, rates, time',
    who: staff('analytics.read'),
    output: { 200: { description: LAST_DAYS, schema: optInAnalyticsDocument } },
  },
  async ({ context, organizationId, query, answer }) => {
    const found = await context.reports.optIns(organizationId, query);
    return found === null ? unknownOrganization() : answer(200, found);
  },
);

const reportDeliveries = defineRoute(
  {
    ...report,
    path: '/api/admin/analytics/deliveries',
    id: 'reportDeliveries',
    summary: 'By which method notifications went, and why they failed',
    who: staff('analytics.read'),
    output: { 200: { description: LAST_DAYS, schema: deliveryAnalyticsDocument } },
  },
  async ({ context, organizationId, query, answer }) => {
    const found = await context.reports.deliveries(organizationId, query);
    return found === null ? unknownOrganization() : answer(200, found);
  },
);

const reportCompliance = defineRoute(
  {
    ...report,
    path: '/api/admin/compliance',
    id: 'reportCompliance',
    summary: 'The proof that nothing was unsolicited, with its query',
    who: staff('compliance.read'),
    output: { 200: { description: LAST_DAYS, schema: complianceDocument } },
  },
  async ({ context, organizationId, query, answer }) => {
    const found = await context.reports.compliance(organizationId, query);
    return found === null ? unknownOrganization() : answer(200, found);
  },
);

const checkCompliance = defineRoute(
  {
    method: 'post',
    path: '/api/admin/compliance/check',
    id: 'checkCompliance',
    tag: 'Staff',
    summary: 'Check the chain of consents from its beginning, and every send',
    who: staff('compliance.read'),
    output: { 200: { description: 'The report with what was found', schema: complianceDocument } },
    refuses: ['NOT_FOUND'],
    example: {},
  },
  async ({ context, organizationId, answer, note }) => {
    const found = await context.reports.checkCompliance(organizationId);
    if (found === null) return unknownOrganization();
    const details = { chain: found.chain?.status ?? null, unsolicited: found.proof.unsolicited };
    if (found.chain) await note({ action: 'compliance.checked', details });
    return answer(200, found);
  },
);

const listConsents = defineRoute(
  {
    method: 'get',
    path: '/api/admin/consents',
    id: 'listConsents',
    tag: 'Staff',
    summary: 'The journal of consents',
    who: staff('compliance.read'),
    query: consentListQuery,
    output: { 200: { description: 'A page of it, newest first', schema: consentPageDocument } },
    example: { query: { action: 'withdrawn', limit: 50 } },
  },
  async ({ context, organizationId, query, answer }) => {
    const { consents } = context.queries;
    const page = await readPage(
      'consents',
      query,
      (request) => consents.list(organizationId, request),
      (row) => row,
    );
    return page instanceof Response ? page : answer(200, page);
  },
);

/** Reports by day in the organization's zone, from counts that outlive what was counted. */
export const ANALYTICS_ROUTES = [reportOptIns, reportDeliveries, reportCompliance, checkCompliance, listConsents];

function unknownOrganization(): Response {
  return problemResponse('NOT_FOUND', 'There is no such organization.');
}
