import { toAdminInbound } from '../../admin-queries/inbound-queries.js';
import { defineRoute } from '../define-route.js';
import { problemResponse } from '../problem-response.js';
import { staff } from '../who.js';
import { inboundListQuery, inboundPageDocument, markSeenRequest, unshownDocument } from './delivery-documents.js';
import { readPage } from './list-query.js';
import { replyToInboundMessage } from './reply-route.js';

const listInboundMessages = defineRoute(
  {
    method: 'get',
    path: '/api/admin/inbound-messages',
    id: 'listInboundMessages',
    tag: 'Staff',
    summary: 'What customers wrote',
    who: staff('messages.read'),
    query: inboundListQuery,
    output: { 200: { description: 'A page of them, newest first', schema: inboundPageDocument } },
    example: { query: { unseen: 'true', limit: 50 } },
  },
  async ({ context, organizationId, query, answer }) => {
    const { inbound } = context.queries;
    const { sessionMarginSeconds: marginSeconds } = context.settings;
    const page = await readPage(
      'inbound-messages',
      query,
      (request) => inbound.list(organizationId, { ...request, marginSeconds }),
      toAdminInbound,
    );
    if (page instanceof Response) return page;
    const [unseen, quickReplies] = await Promise.all([
      inbound.countUnseen(organizationId),
      context.settingsService.quickReplies(organizationId),
    ]);
    return answer(200, { ...page, unseen, quickReplies });
  },
);

/** So many are listed; the rest is only counted. */
const UNSHOWN = 50;

const listUnshownMessages = defineRoute(
  {
    method: 'get',
    path: '/api/admin/inbound-messages/unshown',
    id: 'listUnshownMessages',
    tag: 'Staff',
    summary: 'What customers sent that cannot be shown: when, and why',
    who: staff('messages.read'),
    output: { 200: { description: 'The newest of them', schema: unshownDocument } },
    example: {},
  },
  async ({ context, organizationId, answer }) =>
    answer(200, await context.queries.inbound.listUnshown(organizationId, UNSHOWN)),
);

const markInboundMessagesSeen = defineRoute(
  {
    method: 'post',
    path: '/api/admin/inbound-messages/seen',
    id: 'markInboundMessagesSeen',
    tag: 'Staff',
    summary: 'Mark messages as seen: these, or all received until then',
    who: staff('messages.write'),
    body: markSeenRequest,
    output: { 204: { description: 'Marked' } },
    refuses: ['NOT_FOUND'],
    example: { body: { receivedUntil: '2026-11-24T06:00:00Z' } },
  },
  async ({ context, organizationId, body, answer, note }) => {
    const { inbound } = context.queries;
    const { ids, receivedUntil } = body;
    if (ids !== undefined && !(await inbound.hasAll(organizationId, ids)))
      return problemResponse('NOT_FOUND', 'There is no message of one of these ids; nothing was marked.');
    const what = ids === undefined ? { receivedUntil: new Date(receivedUntil ?? 0) } : { ids };
    const marked = await inbound.markSeen(organizationId, what);
    if (marked > 0) await note({ action: 'message.seen', details: { marked } });
    context.live.nudge(organizationId);
    return answer(204);
  },
);

/** What customers wrote, that somebody has read it, and what staff answer. */
export const INBOUND_ROUTES = [
  listInboundMessages,
  listUnshownMessages,
  markInboundMessagesSeen,
  replyToInboundMessage,
];
