import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createBehaviours, type Behaviours } from './behaviours.js';
import { controlRoutes } from './control-routes.js';
import { createLedger, type Ledger } from './ledger.js';
import { metaAccountApi } from './meta/account-api.js';
import { metaApi } from './meta/meta-api.js';
import type { MetaAccount } from './meta/webhook-payload.js';
import { createPhones, type Phones } from './phone/phones.js';
import { phoneRoutes } from './phone/phone-routes.js';
import type { WhatsAppVendor } from './phone/phone-line.js';
import type { SimulatorEnv } from './reply.js';
import { snsApi } from './sns/sns-api.js';
import { twilioSendersApi } from './twilio/senders-api.js';
import { twilioApi } from './twilio/twilio-api.js';
import type { TwilioAccount } from './twilio/webhook-form.js';
import type { UltraMsgEvent } from './ultramsg/inbound-event.js';
import { ultramsgApi, type UltraMsgInstance } from './ultramsg/ultramsg-api.js';
import { ultramsgPost } from './ultramsg/webhook-post.js';
import { pushService, type PushService } from './web-push/push-service.js';
import { createCourier, type WebhookOutcome } from './webhook/courier.js';
import { WEBHOOK_DEFAULTS, type WebhookSettings } from './webhook/webhook-settings.js';
import type { World } from './world.js';

/** What a simulator stands in for. */
export interface SimulatorOptions {
  /** Whose webhooks report what a phone sends by WhatsApp. Every vendor's API takes sends. @default 'ultramsg' */
  whatsapp?: WhatsAppVendor | undefined;
  /** @default one instance, 1150, with the number +966500000000 */
  instances?: readonly UltraMsgInstance[] | undefined;
  /** Fields of Meta's account that replace the defaults. */
  meta?: Partial<MetaAccount> | undefined;
  /** Twilio's account, which replaces the default. */
  twilio?: TwilioAccount | undefined;
  /** Settings that replace `WEBHOOK_DEFAULTS`. */
  webhook?: Partial<WebhookSettings> | undefined;
  /** The ledger is also appended to this file, one JSON object a line. */
  ledgerFile?: string | undefined;
  /** The simulator's own clock, in ms since 1970. */
  now?: (() => number) | undefined;
}

/** Placeholders, taken where an option is left out; a simulator guards nothing. */
export const SIMULATOR_DEFAULTS = Object.freeze({
  instances: [{ instanceId: '1150', token: 'simulator-token', number: '+966500000000' }] as readonly UltraMsgInstance[],
  meta: {
    phoneNumberId: '106540352242922',
    number: '+966500000000',
    accessToken: 'simulator-token',
    appSecret: '0123456789abcdef0123456789abcdef',
    verifyToken: 'simulator-verify-token',
  },
  twilio: {
    accountSid: 'AC00000000000000000000000000000000',
    authToken: 'simulator-token',
    whatsappNumber: '+966500000000',
  },
});

/** Stand-ins for UltraMsg, Meta, Twilio, Amazon SNS and a web-push service on one loopback port, and phones in the browser. */
export interface Simulator extends Phones {
  /** `http://localhost:<port>`. @throws before `listen` */
  readonly url: string;
  /** Everything that the vendors received and sent. */
  readonly ledger: Ledger;
  /** Rules for how the vendors answer. Without a rule they accept. */
  readonly behaviours: Behaviours;
  /** Issues push subscriptions for tests. */
  readonly push: PushService;
  /** Answers one request without a socket. */
  fetch(request: Request): Response | Promise<Response>;
  /** Binds 127.0.0.1. @param port default 0: a free one. @returns the URL. */
  listen(port?: number): Promise<string>;
  /** Ends streams, hanging requests and retries. Idempotent. */
  close(): Promise<void>;
  /** Changes some settings of the webhooks; the others stay. */
  configureWebhook(changes: Partial<WebhookSettings>): void;
  /** Posts any event of UltraMsg's once more or for the first time: replays, groups, own messages. */
  postEvent(event: UltraMsgEvent): Promise<WebhookOutcome>;
}

/**
 * Creates a simulator; nothing listens before `listen()`. An option left out takes its value from `SIMULATOR_DEFAULTS`.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const now = options.now ?? Date.now;
  const closing = new AbortController();
  let server: ServerType | null = null;
  let url: string | null = null;
  const origin = () => {
    if (url === null) throw new Error('The simulator does not listen yet; call listen() first.');
    return url;
  };

  const ledger = createLedger({ now, file: options.ledgerFile });
  const behaviours = createBehaviours();
  const courier = createCourier({ settings: () => world.webhook, ledger, behaviours, closed: closing.signal });
  const world: World = {
    now,
    ledger,
    behaviours,
    instances: options.instances ?? SIMULATOR_DEFAULTS.instances,
    meta: { ...SIMULATOR_DEFAULTS.meta, ...options.meta },
    twilio: { ...SIMULATOR_DEFAULTS.twilio, ...options.twilio },
    webhook: { ...WEBHOOK_DEFAULTS, ...options.webhook },
    inbound: [],
    people: new Map(),
    deliver: courier.deliver,
    origin,
    closed: closing.signal,
  };
  const phones = createPhones(world, options.whatsapp ?? 'ultramsg');
  const { routes: pushRoutes, service: push } = pushService(world);
  const app = new Hono<SimulatorEnv>();
  app.route(
    '/',
    phoneRoutes(world, (input) => ({ messageId: phones.sendFromPhone(input).messageId })),
  );
  app.route('/', controlRoutes(world, push, phones));
  app.route('/', ultramsgApi(world));
  app.route('/', metaApi(world));
  app.route('/', metaAccountApi(world));
  app.route('/', twilioApi(world));
  app.route('/', twilioSendersApi(world));
  app.route('/', snsApi(world));
  app.route('/', pushRoutes);
  app.get('/', (c) => c.redirect('/phone'));

  return {
    ...phones,
    get url() {
      return origin();
    },
    ledger,
    behaviours,
    push,
    fetch: (request) => app.fetch(request, {}),
    async listen(port = 0) {
      const listening = createAdaptorServer({ fetch: app.fetch });
      await new Promise<void>((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(port, '127.0.0.1', () => {
          listening.off('error', reject);
          resolve();
        });
      });
      server = listening;
      url = `http://localhost:${(listening.address() as AddressInfo).port}`;
      return url;
    },
    async close() {
      closing.abort();
      const closingServer = server;
      server = null;
      if (!closingServer) return;
      await new Promise<void>((resolve) => {
        closingServer.close(() => resolve());
        if ('closeAllConnections' in closingServer) closingServer.closeAllConnections();
      });
    },
    configureWebhook(changes) {
      world.webhook = { ...world.webhook, ...changes };
    },
    postEvent: (event) => world.deliver(ultramsgPost(event, () => world.webhook)),
  };
}
