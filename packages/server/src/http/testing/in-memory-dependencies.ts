import type { NotificationDocument, OptInStatus, TicketDocument } from '@whatsapp-optin/sdk/contract';
import { UNCOUNTED } from '../admission.js';
import type { HandshakeResult, WebhookResult } from '../../inbound/webhook-result.js';
import type { Log, LogFields } from '../../log.js';
import type { NotifyResult } from '../../notifications/notification-service.js';
import type { OptInInput, ShortLinkResult } from '../../opt-ins/opt-in-service.js';
import type { WebhookRequest } from '../../providers/whatsapp-provider.js';
import { createInMemoryStaff } from './in-memory-staff.js';
import { createKeyring } from '../create-keyring.js';
import type { HttpDependencies } from '../http-dependencies.js';

export const KEYS = {
  secret: 'sk_test_secret_of_acme',
  publishable: 'pk_test_of_acme',
  admin: 'ak_test_of_acme',
  otherSecret: 'sk_test_secret_of_other',
} as const;
export const ALLOWED_ORIGIN = 'https://clinic.example';
export const OPT_IN_ID = '01938f6e-0000-7000-8000-000000000001';
export const NOTIFICATION_ID = '01938f6e-0000-7000-8000-000000000002';
export const SUBSCRIPTION_ID = '01938f6e-0000-7000-8000-000000000003';
export const UNKNOWN_ID = '01938f6e-0000-7000-8000-00000000ffff';
export const PUSH_TOKEN = 'pa_YWNtZQ';
/** Of the organization `acme`. */
export const CLIENT_TOKEN = `ct_YWNtZQ.${'t'.repeat(43)}`;
export const PHONE = '+966500000000';

/** Calls that the services received, and the answers that they give next. */
export interface InMemoryWorld {
  deps: HttpDependencies;
  tickets: Map<string, TicketDocument>;
  optInInputs: OptInInput[];
  events: string[];
  subscriptions: { organizationId: string; ticketId: string | null; optInId: string | null }[];
  webhookRequests: { provider: string; request: WebhookRequest }[];
  notifyCount: number;
  states: OptInStatus[];
  watchSignals: AbortSignal[];
  logLines: string[];
  /** Answers to come; a test sets them. */
  next: {
    whatsappDisabled: boolean;
    shortLink: ShortLinkResult;
    webhook: () => Promise<WebhookResult>;
    isWebhookConfigured: boolean;
    handshake: HandshakeResult;
    notify: () => Promise<NotifyResult>;
    publicKey: string | null;
    ready: () => Promise<void>;
    databaseSilentForMs: number;
    refusedEndpoint: string | null;
  };
}

/** Desks that keep what they hear in memory: what HTTP says to them and hears from them is real, what lies behind is not. */
const NO_SMS = {
  enabled: false,
  account: null,
  fallbackEnabled: true,
  criticalOnly: true,
  allowedCountries: [],
  dailyLimit: 100,
  centsPerSegment: null,
};

export function createInMemoryWorld(settings: Partial<HttpDependencies['settings']> = {}): InMemoryWorld {
  const expiresAt = '2026-11-24T06:00:00.000Z';
  const notification: NotificationDocument = {
    id: NOTIFICATION_ID,
    success: true,
    method: 'push',
    deliveredTo: '1 device',
    attempted: ['push'],
    settled: true,
    attempts: [{ tier: 'push', status: 'accepted', late: false, at: expiresAt }],
  };
  const world: Omit<InMemoryWorld, 'deps'> = {
    tickets: new Map(),
    optInInputs: [],
    events: [],
    subscriptions: [],
    webhookRequests: [],
    notifyCount: 0,
    states: [{ id: OPT_IN_ID, state: 'waiting', expiresAt }],
    watchSignals: [],
    logLines: [],
    next: {
      whatsappDisabled: false,
      shortLink: { status: 'unknown' },
      isWebhookConfigured: true,
      webhook: async () => ({ status: 'accepted', messages: 1, ignored: 0, reply: null }),
      handshake: { status: 'not_configured' },
      notify: async () => ({ status: 'done', notification }),
      publicKey: 'BPublicKey',
      ready: async () => undefined,
      databaseSilentForMs: 0,
      refusedEndpoint: null,
    },
  };
  const isOptIn = (id: string, token: string) => id === OPT_IN_ID && token === CLIENT_TOKEN;
  const notify = async () => {
    world.notifyCount += 1;
    return world.next.notify();
  };
  const write = (fields: LogFields, message: string) =>
    void world.logLines.push(JSON.stringify({ ...fields, message }));
  const log: Log = { debug: write, info: write, warn: write, error: write };

  const deps: HttpDependencies = {
    organizations: {
      find: () => Promise.resolve(null),
      ensure: (organization) =>
        Promise.resolve({
          ...organization,
          quietHours: null,
          renewalEnabled: true,
          cancelWords: 'staff',
          actions: {},
          leaveFreesTicket: true,
          quickReplies: {},
          smsDailyLimit: null,
          smsAllowedCountries: null,
          retentionDays: {},
        }),
      update: () => Promise.resolve(null),
      knowsTimeZone: () => Promise.resolve(true),
      templates: () => Promise.resolve([]),
      putTemplate: () => Promise.resolve(),
    },
    customerPage: {
      links: { urlOf: () => null, read: () => null },
      read: () => Promise.resolve(null),
      receipt: () => Promise.resolve([]),
      stop: () => Promise.resolve(),
      pause: () => Promise.resolve(),
      speak: () => Promise.resolve(),
    },
    deadLetters: {
      list: () => Promise.resolve([]),
      page: () => Promise.resolve({ rows: [], next: null }),
      retry: () => Promise.resolve(false),
    },
    analytics: {
      openReminders: () => Promise.resolve(0),
      shownOptIns: () => Promise.resolve({ shown: 0, unopened: 0 }),
      reactions: () => Promise.resolve([]),
      dailyCounts: () => Promise.resolve([]),
      smsSpend: () =>
        Promise.resolve({
          usedToday: 0,
          messages: 0,
          segments: 0,
          costCents: 0,
          estimatedCostCents: 0,
          unknownCost: 0,
        }),
      proof: () => Promise.resolve({ sends: 0, unsolicited: 0, query: '', bases: [], basesQuery: '' }),
      renewals: () => Promise.resolve({ sent: 0, renewed: 0 }),
    },
    settingsService: {
      read: () => Promise.resolve(null),
      change: () => Promise.resolve({ status: 'unknown_organization' }),
      quickReplies: () => Promise.resolve({}),
      builtInText: () => '',
      preview: () => ({ status: 'rendered', text: '' }),
    },
    tickets: {
      async upsert(organizationId, ticketId, input) {
        const key = `${organizationId}/${ticketId}`;
        const before = world.tickets.get(key);
        const empty = {
          status: 'waiting',
          phone: null,
          customerName: null,
          locale: null,
          departmentName: null,
        } as const;
        const moments = { createdAt: expiresAt, updatedAt: expiresAt };
        const ticket: TicketDocument = { id: ticketId, ...empty, ...moments, ...before, ...input };
        world.tickets.set(key, ticket);
        return { ticket, created: before === undefined };
      },
      find: async (organizationId, ticketId) => world.tickets.get(`${organizationId}/${ticketId}`) ?? null,
    },
    ticketCaller: {
      async call(_organizationId, ticketId) {
        const result = await notify();
        if (result.status !== 'done') return result;
        return { status: 'done', call: { called: { ticketId, ...result.notification }, almost: [] } };
      },
    },
    optIns: {
      async create(organizationId, input) {
        world.optInInputs.push(input);
        if (world.next.whatsappDisabled) return { status: 'whatsapp_disabled' };
        const ticketId = input.boundTicketId;
        if (ticketId !== null && !world.tickets.has(`${organizationId}/${ticketId}`))
          return { status: 'unknown_ticket' };
        return {
          status: 'created',
          optIn: {
            id: OPT_IN_ID,
            clientToken: CLIENT_TOKEN,
            code: '7K2M-9QXD-4TRC',
            message: `Hi, number ${world.optInInputs.length}`,
            companyNumber: PHONE,
            organizationName: 'Acme Clinic',
            links: {
              universal: 'https://wa.me/1',
              app: 'whatsapp://send',
              web: 'https://web.whatsapp.com',
              short: 'https://x.example/o/1',
            },
            state: 'waiting',
            expiresAt,
          },
        };
      },
      read: async (id, token) => (isOptIn(id, token) ? (world.states[0] ?? null) : null),
      async *watch(id, token, signal) {
        world.watchSignals.push(signal);
        if (isOptIn(id, token)) yield* world.states;
      },
      async recordEvent(id, token, type) {
        if (!isOptIn(id, token)) return false;
        world.events.push(type);
        return true;
      },
      resolveShortLink: async () => world.next.shortLink,
      authorize: async (id, token) => (isOptIn(id, token) ? { organizationId: 'acme', ticketId: 'bound' } : null),
    },
    sessions: {
      status: async (_scope, phone) =>
        phone === PHONE
          ? { hasActiveSession: true, expiresAt, lastInboundAt: expiresAt, secondsLeft: 60 }
          : { hasActiveSession: false, expiresAt: null, lastInboundAt: null, secondsLeft: null },
      get: async () => null,
      openFromMessage: async () => null,
      end: async () => false,
      cleanUpExpired: async () => 0,
    },
    inbound: {
      async receive(provider, request) {
        world.webhookRequests.push({ provider, request });
        return world.next.webhook();
      },
      isConfigured: () => world.next.isWebhookConfigured,
      answerHandshake: () => world.next.handshake,
      workPending: () => Promise.resolve(0),
      onMessage: () => () => undefined,
      onAction: () => () => undefined,
    },
    notifications: {
      notify,
      notifyMany: (batch) => Promise.all(batch.map(() => notify())),
      explain: notify,
      notifyByPush: notify,
      notifyBySms: notify,
      notifyByWhatsApp: notify,
      sendSms: notify,
      find: async (organizationId, id) => (organizationId === 'acme' && id === NOTIFICATION_ID ? notification : null),
      reply: async () => ({ status: 'unknown_message' }),
      sendWhatsApp: async () => notification,
    },
    push: {
      publicKey: (organizationId) => (organizationId === 'acme' ? world.next.publicKey : null),
      async subscribe(organizationId, target) {
        if (world.next.refusedEndpoint !== null)
          return { status: 'refused_endpoint', detail: world.next.refusedEndpoint };
        if (target.ticketId === 'unknown') return { status: 'unknown_ticket' };
        world.subscriptions.push({ organizationId, ...target });
        return { status: 'created', id: SUBSCRIPTION_ID };
      },
      unsubscribe: async (_organizationId, id) => id === SUBSCRIPTION_ID,
      acknowledge: async ({ token }) => token === PUSH_TOKEN,
    },
    idempotency: createInMemoryIdempotencyStore(),
    keyring: createKeyring([
      { organizationId: 'acme', secretKeys: [KEYS.secret], publishableKey: KEYS.publishable, adminKey: KEYS.admin },
      { organizationId: 'other', secretKeys: [KEYS.otherSecret], publishableKey: null, adminKey: null },
    ]),
    log,
    admission: { enter: async () => UNCOUNTED },
    recordRefusedOrigin: () => Promise.resolve(),
    ready: () => world.next.ready(),
    databaseSilentForMs: () => world.next.databaseSilentForMs,
    ...createInMemoryStaff(KEYS.admin),
    settings: {
      basePath: '',
      publicUrl: 'https://optin.example',
      sessionMarginSeconds: 120,
      allowedOrigins: [ALLOWED_ORIGIN],
      trustedProxies: [],
      sms: NO_SMS,
      ...settings,
    },
  };
  return Object.assign(world, { deps });
}

function createInMemoryIdempotencyStore(): HttpDependencies['idempotency'] {
  const claimId = '01900000-0000-7000-8000-000000000001';
  type Answer = { httpStatus: number; body: string };
  const kept = new Map<string, { bodyHash: string; isHandedOver: boolean; answer: Answer | null }>();
  const at = (...parts: string[]) => parts.join(' ');
  return {
    async claim(organizationId, route, key, bodyHash) {
      const found = kept.get(at(organizationId, route, key));
      if (found && found.bodyHash !== bodyHash) return { status: 'other_body' };
      if (!found || found.isHandedOver) {
        kept.set(at(organizationId, route, key), { bodyHash, isHandedOver: false, answer: null });
        return { status: 'fresh', organizationId, route, key, claimId, runName: '', isRepeated: found !== undefined };
      }
      return found.answer ? { status: 'replay', ...found.answer } : { status: 'in_flight' };
    },
    async finish({ organizationId, route, key }, answer) {
      const found = kept.get(at(organizationId, route, key));
      if (found) found.answer = answer;
    },
    async release({ organizationId, route, key }) {
      kept.delete(at(organizationId, route, key));
    },
    async handOver({ organizationId, route, key }) {
      const found = kept.get(at(organizationId, route, key));
      if (found) found.isHandedOver = true;
    },
  };
}
