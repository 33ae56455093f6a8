import { phoneCountry } from '../../contacts/phone-country.js';
import {
  looksForPhone,
  searchWords,
  toAdminSession,
  type SearchRights,
  type SmsReach,
} from '../../admin-queries/session-queries.js';
import { smsLimitsOf } from '../../organizations/sms-limits.js';
import type { StaffMember } from '../../staff/staff-service.js';
import { defineRoute } from '../define-route.js';
import { exact } from '../fields.js';
import type { RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import type { RouteCall } from '../route-call.js';
import { staff } from '../who.js';
import { readPage } from './list-query.js';
import {
  adminSessionPageDocument,
  adminSessionStatsDocument,
  bulkAnswerDocument,
  bulkRequest,
  sessionListQuery,
  statsQuery,
} from './session-documents.js';

const DEFAULT_DAYS = 30;

const listSessions = defineRoute(
  {
    method: 'get',
    path: '/api/admin/sessions',
    id: 'listSessions',
    tag: 'Staff',
    summary: 'Sessions: who can be reached, and how',
    who: staff('sessions.read'),
    query: sessionListQuery,
    output: { 200: { description: 'A page of them; phones are masked', schema: adminSessionPageDocument } },
    example: { query: { status: 'active', limit: 50 } },
  },
  async ({ context, organizationId, query: { sort: chosen, ...query }, staff: member, answer, note }) => {
    const rights = rightsOf(member);
    await noteSearch({ context, organizationId, note }, query.search, rights);
    const sort = chosen ?? (query.from === undefined && query.to === undefined ? '-expiresAt' : '-initiatedAt');
    const smsReaches = await smsReach(context, organizationId);
    const { sessionMarginSeconds: marginSeconds } = context.settings;
    let cut = false;
    const page = await readPage(
      `sessions:${sort}`,
      query,
      async (request) => {
        const found = await context.queries.sessions.list(organizationId, {
          ...request,
          ...rights,
          sort,
          marginSeconds,
        });
        cut = found.isCut ?? false;
        return found;
      },
      (row) => toAdminSession(row, smsReaches),
    );
    return page instanceof Response ? page : answer(200, { ...page, cut });
  },
);

const readSessionStats = defineRoute(
  {
    method: 'get',
    path: '/api/admin/sessions/stats',
    id: 'readSessionStats',
    tag: 'Staff',
    summary: 'How many are open, how many were renewed',
    who: staff('sessions.read'),
    query: statsQuery,
    output: { 200: { description: 'As it stands', schema: adminSessionStatsDocument } },
    refuses: ['NOT_FOUND'],
    example: { query: { days: 30 } },
  },
  async ({ context, organizationId, query: { days = DEFAULT_DAYS }, answer }) => {
    const counted = await context.reports.sessionStats(organizationId, days);
    if (counted === null) return problemResponse('NOT_FOUND', 'There is no such organization.');
    return answer(200, { ...(await context.queries.sessions.countOpen(organizationId)), ...counted });
  },
);

const changeSessions = defineRoute(
  {
    method: 'post',
    path: '/api/admin/sessions/bulk',
    id: 'changeSessions',
    tag: 'Staff',
    summary: 'End several sessions, or ask their customers for a word before they end',
    description:
      'At most 200 at a time, by ids or by filter. With dryRun it says whom it would reach and does nothing. A reminder goes out once per session, only inside it, and only to a customer with a ticket.',
    who: staff('sessions.write'),
    body: bulkRequest,
    output: { 200: { description: 'What became of each', schema: bulkAnswerDocument } },
    refuses: ['NOT_FOUND'],
    example: { body: { action: 'remind', filter: { status: 'expiring' }, dryRun: true } },
  },
  async ({ context, organizationId, body, staff: member, answer, note }) => {
    const { action, sessionIds, filter = {}, dryRun = false } = body;
    const rights = rightsOf(member);
    await noteSearch({ context, organizationId, note }, filter.search, rights);
    const target = sessionIds === undefined ? { filter: exact(filter) } : { ids: sessionIds };
    const done = await context.bulkSessions.run(organizationId, { action, target, dryRun, ...rights });
    if (done === null)
      return problemResponse('NOT_FOUND', 'There is no session of one of these ids; nothing was done.');
    for (const { sessionId, outcome } of done.results) {
      if (outcome === 'ended') await note({ action: 'session.ended', target: sessionId });
      if (outcome === 'sent') await note({ action: 'session.reminded', target: sessionId });
    }
    if (!dryRun) context.live.nudge(organizationId);
    return answer(200, done);
  },
);

/** Who can be reached, and how; ending and reminding several at once. */
export const SESSION_LIST_ROUTES = [listSessions, readSessionStats, changeSessions];

function rightsOf({ scopes }: StaffMember): SearchRights {
  return { byPartOfPhone: scopes.includes('phones.reveal') };
}

/** Who looks for a phone learns whether its person is here. */
async function noteSearch(
  { context, organizationId, note }: Pick<RouteCall, 'context' | 'organizationId' | 'note'>,
  search: string | undefined,
  rights: SearchRights,
): Promise<void> {
  if (search === undefined || !looksForPhone(search, rights)) return;
  const target = context.keyring.pseudonym(organizationId, searchWords(search).join(' '));
  await note({ action: 'phone.looked_up', target, details: { by: 'search' }, oncePerHour: true });
}

/** Whether the settings let an SMS go to a phone; that the day's limit is used up is not looked at. */
async function smsReach(context: RouteContext, organizationId: string): Promise<SmsReach> {
  const { sms } = context.settings;
  const organization = await context.organizations.find(organizationId);
  const { dailyLimit, allowedCountries } = smsLimitsOf(organization, sms);
  if (!sms.enabled || !sms.fallbackEnabled || dailyLimit === 0) return () => false;
  return (phone) => allowedCountries.includes(phoneCountry(phone) ?? '');
}
