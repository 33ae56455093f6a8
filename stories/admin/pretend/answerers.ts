import { RETENTION_KINDS } from '@whatsapp-optin/sdk/contract';
import type {
  AdminInboundMessage,
  CreateAdminKeyRequest,
  MarkSeenRequest,
  NotificationFilter,
  OrganizationChanges,
  ReplyRequest,
  SmsChanges,
} from '@whatsapp-optin/sdk/contract';
import { createConsents, createOptInAnalytics, createReport } from './compliance-rows.js';
import { createDeliveryAnalytics, createNotifications, createParked } from './delivery-rows.js';
import { createInbox, createUnshown } from './inbox-rows.js';
import { answerEvents } from './event-rows.js';
import { answerQueue } from './queue-rows.js';
import { BUILT_IN_QUICK_REPLIES, createAudit, createKeys, createOrganization, createSms } from './settings-rows.js';
import { HUGE, json, pageOf, problem, type Answerer, type PretendState } from './pretend-admin.js';

/** What the dashboards beside the sessions ask for. */
export function createAnswerers(state: PretendState): Answerer[] {
  const now = Date.now();
  const isEmpty = state === 'empty';
  const size = isEmpty ? 0 : 300;
  const length = state === 'huge' ? HUGE : undefined;
  return [
    answerQueue(now, size),
    answerEvents(now, size),
    answerDeliveries(now, size, length),
    answerInbox(now, size),
    answerCompliance(now, size),
    answerSettings(),
    answerStaff(now, size),
  ];
}

function answerDeliveries(now: number, size: number, length: number | undefined): Answerer {
  const notifications = createNotifications(size, now);
  let parked = size === 0 ? [] : createParked(now);
  return ({ path, query }) => {
    if (path === '/api/admin/analytics/deliveries') return createDeliveryAnalytics(now, size === 0);
    if (path === '/api/admin/parked') return { items: parked, nextCursor: null };
    if (path.startsWith('/api/admin/parked/')) {
      parked = parked.filter(({ id }) => !path.includes(id));
      return new Response(null, { status: 204 });
    }
    if (path === '/api/admin/notifications') {
      const { type, method, outcome, contactId } = Object.fromEntries(query) as NotificationFilter;
      // Every customer of the list got the same.
      if (contactId) return { items: notifications.slice(0, 5), nextCursor: null };
      const found = notifications.filter(
        (one) =>
          (!type || one.type === type) &&
          (!method || one.method === method) &&
          (!outcome ||
            {
              late: one.late,
              unknown: one.unknown,
              failed: one.method === 'none',
              waiting: !one.settled,
              parked: false,
            }[outcome]),
      );
      return pageOf(found, query, length);
    }
    if (path.startsWith('/api/admin/notifications/')) return notifications.find(({ id }) => path.endsWith(id));
    return undefined;
  };
}

function answerInbox(now: number, size: number): Answerer {
  const messages = createInbox(size, now);
  return ({ path, query, body }) => {
    if (path === '/api/admin/inbound-messages/seen') {
      const { ids, receivedUntil } = body as MarkSeenRequest;
      for (const message of messages) {
        if (ids?.includes(message.id) || (receivedUntil && message.receivedAt <= receivedUntil)) {
          message.seenAt ??= new Date().toISOString();
        }
      }
      return new Response(null, { status: 204 });
    }
    if (path.endsWith('/unshown')) return size === 0 ? { items: [], count: 0 } : createUnshown(now);
    if (path.endsWith('/reply')) return answerReply(messages, path, (body as ReplyRequest).text);
    if (path !== '/api/admin/inbound-messages') return undefined;
    const contactId = query.get('contactId');
    if (contactId !== null) {
      // Every customer of the list has the same conversation.
      const items = [0, 3, 9].flatMap((at) => messages[at] ?? []);
      const said = items.map((message) => ({ ...message, customer: { ...message.customer, contactId } }));
      return { items: said, nextCursor: null, quickReplies: BUILT_IN_QUICK_REPLIES, unseen: 1 };
    }
    const found = messages.filter(
      ({ seenAt, flag }) => (!query.has('unseen') || seenAt === null) && (!query.has('flagged') || flag !== null),
    );
    return {
      ...pageOf(found, query),
      quickReplies: BUILT_IN_QUICK_REPLIES,
      unseen: messages.filter(({ seenAt }) => seenAt === null).length,
    };
  };
}

/** A text with "wait" is never answered, and one with "refuse" the vendor refuses. */
function answerReply(messages: AdminInboundMessage[], path: string, text: string): unknown {
  if (text.includes('wait')) return new Promise(() => undefined);
  const success = !text.includes('refuse');
  const message = messages.find(({ id }) => path.includes(id));
  const at = new Date().toISOString();
  const status = success ? 'accepted' : 'failed';
  const id = `01980000-0000-7000-8000-${String(Date.parse(at)).padStart(12, '0')}`;
  message?.replies.push({ id, text, writtenBy: 'Sara Haddad', status, reason: success ? null : 'whatsapp_failed', at });
  return {
    id,
    success,
    method: success ? 'whatsapp_fallback' : 'none',
    attempted: ['whatsapp'],
    settled: true,
    attempts: [],
  };
}

function answerCompliance(now: number, size: number): Answerer {
  const consents = createConsents(size, now);
  return ({ path, query }) => {
    if (path === '/api/admin/analytics/opt-ins') return createOptInAnalytics(now, size === 0);
    if (path === '/api/admin/compliance') return createReport(now, size === 0);
    if (path === '/api/admin/compliance/check') return createReport(Date.now() + 240_000, size === 0);
    if (path !== '/api/admin/consents') return undefined;
    const action = query.get('action');
    if (query.has('contactId')) return { items: consents.slice(0, 2), nextCursor: null };
    return pageOf(
      consents.filter((consent) => action === null || consent.action === action),
      query,
    );
  };
}

function answerSettings(): Answerer {
  let organization = createOrganization();
  let sms = createSms();
  return ({ method, path, query, body }) => {
    if (path === '/api/admin/organization/built-in-text') {
      return { body: `Built-in text of ${query.get('type')}, {ticketNumber}.` };
    }
    if (path === '/api/admin/organization/preview') {
      const text = (body as { body: string }).body;
      if (/\{(?!companyName|ticketNumber|departmentName|position|waitMinutes|minutesLeft)\w*\}/.test(text)) {
        return problem(422, 'UNPROCESSABLE', 'names a value that is unknown.', 'body');
      }
      const filled = text.replace('{companyName}', organization.name).replace('{ticketNumber}', 'A001');
      return {
        text: filled.replace('{departmentName}', 'Reception').replace(/\{(position|waitMinutes|minutesLeft)\}/g, '15'),
      };
    }
    if (path === '/api/admin/organization') {
      if (method === 'GET') return organization;
      const { templates = [], retentionDays = {}, ...changes } = body as OrganizationChanges;
      if (
        changes.whatsappNumber !== undefined &&
        !/^\+\d{8,15}$/.test((changes.whatsappNumber ?? '').replace(/[ -]/g, ''))
      ) {
        return problem(422, 'UNPROCESSABLE', 'must be a phone number with its country code.', 'whatsappNumber');
      }
      const kept = organization.templates.filter(
        (one) => !templates.some((other) => other.type === one.type && other.locale === one.locale),
      );
      const own = templates.flatMap(({ body: text, ...rest }) => (text === null ? [] : [{ ...rest, body: text }]));
      const days = { ...organization.retentionDays };
      for (const kind of RETENTION_KINDS) {
        const value = retentionDays[kind];
        if (value !== undefined) days[kind] = value ?? organization.defaultRetentionDays[kind];
      }
      organization = {
        ...organization,
        ...changes,
        templates: [...kept, ...own],
        retentionDays: days,
      };
      return organization;
    }
    if (path === '/api/admin/sms') {
      const { dailyLimit, allowedCountries } = (body ?? {}) as SmsChanges;
      if (allowedCountries?.some((code) => !/^[A-Z]{2}$/.test(code))) {
        return problem(422, 'UNPROCESSABLE', 'must be an ISO 3166 code in capitals, "SA".', 'allowedCountries');
      }
      sms = {
        ...sms,
        dailyLimit: dailyLimit ?? sms.dailyLimit,
        allowedCountries: allowedCountries ?? sms.allowedCountries,
      };
      return sms;
    }
    if (path !== '/api/admin/sms/test') return undefined;
    return (body as { phone: string }).phone.startsWith('+966')
      ? { success: true, reason: null, providerMessageId: 'SM0001', estimatedCostCents: 4 }
      : { success: false, reason: 'sms_country', providerMessageId: null, estimatedCostCents: null };
  };
}

function answerStaff(now: number, size: number): Answerer {
  const audit = createAudit(size, now);
  let keys = createKeys(now);
  return ({ method, path, query, body }) => {
    if (path === '/api/admin/audit-log') {
      const action = query.get('action');
      return pageOf(
        audit.filter((entry) => action === null || entry.action === action),
        query,
      );
    }
    if (path === '/api/admin/keys' && method === 'GET') return { items: keys };
    if (path === '/api/admin/keys' || path.endsWith('/rotate')) {
      const asked = (body ?? {}) as Partial<CreateAdminKeyRequest>;
      const [first] = keys;
      if (!first) return undefined;
      const made = {
        ...first,
        ...asked,
        id: `k${keys.length + 1}`,
        source: 'stored' as const,
        hint: 'ak_Nw3x',
        lastUsedAt: null,
      };
      keys = [...keys, { ...made, expiresAt: null }];
      return json({ ...made, key: 'ak_example_shown_once' }, 201);
    }
    if (path.startsWith('/api/admin/keys/')) {
      keys = keys.map((key) => (path.endsWith(key.id) ? { ...key, status: 'revoked' as const } : key));
      return new Response(null, { status: 204 });
    }
    if (!path.startsWith('/api/contacts/')) return undefined;
    if (!path.includes('966')) return problem(404, 'NOT_FOUND', 'Nobody of that phone is known.');
    const contactIds = ['01980000-0000-7000-8000-000000000009'];
    if (path.endsWith('/export')) {
      const tables = { tickets: [{ id: 't-1', number: 'A001' }] };
      return { exportedAt: new Date().toISOString(), organizationId: 'clinic', contactIds, tables, cut: [] };
    }
    if (method !== 'DELETE') return undefined;
    return {
      contactIds,
      erased: {
        contact_identities: 2,
        whatsapp_sessions: 1,
        whatsapp_inbound_messages: 4,
        notification_logs: 6,
        push_subscriptions: 1,
      },
      blocked: true,
      erasedAt: new Date().toISOString(),
    };
  };
}
