import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createBehaviours, type Behaviours } from './behaviours.js';
import { controlRoutes } from './control-routes.js';
import { createLedger, type Ledger } from './ledger.js';
import { toE164 } from './phone-digits.js';
import { phoneRoutes, type PhoneMessageInput } from './phone/phone-routes.js';
import type { SimulatorEnv } from './reply.js';
import { twilioApi } from './twilio/twilio-api.js';
import { inboundEvent, type UltraMsgEvent } from './ultramsg/inbound-event.js';
import { ultramsgApi, type UltraMsgInstance } from './ultramsg/ultramsg-api.js';
import { WEBHOOK_DEFAULTS, deliverEvent, type WebhookOutcome, type WebhookSettings } from './ultramsg/webhook.js';
import { pushService, type PushService } from './web-push/push-service.js';
import type { TwilioAccount, World } from './world.js';

export interface SimulatorOptions {
  /** @default one instance, 1150, with the number +966500000000 */
  instances?: readonly UltraMsgInstance[] | undefined;
  twilio?: TwilioAccount | undefined;
  webhook?: Partial<WebhookSettings> | undefined;
  /** The ledger is also appended to this file, one JSON object a line. */
  ledgerFile?: string | undefined;
  /** The simulator's own clock, in ms since 1970. */
  now?: (() => number) | undefined;
}

/** Placeholders, taken where an option is left out; a simulator guards nothing. */
export const SIMULATOR_DEFAULTS = Object.freeze({
  instances: [{ instanceId: '1150', token: 'simulator-token', number: '+966500000000' }] as readonly UltraMsgInstance[],
  twilio: { accountSid: 'AC00000000000000000000000000000000', authToken: 'simulator-token' },
});

/** A message on its way from a phone to the webhook. */
export interface SentMessage {
  messageId: string;
  /** Settles when the webhook acknowledged it or the retries are used up; never rejects. */
  delivery: Promise<WebhookOutcome>;
}

/** Stand-ins for UltraMsg, Twilio SMS and a web-push service on one loopback port, and phones in the browser. */
export interface Simulator {
  /** `http://localhost:<port>`. @throws before `listen` */
  readonly url: string;
  readonly ledger: Ledger;
  readonly behaviours: Behaviours;
  readonly push: PushService;
  fetch(request: Request): Response | Promise<Response>;
  /** Binds 127.0.0.1. @param port default 0: a free one. @returns the URL. */
  listen(port?: number): Promise<string>;
  /** Ends streams, hanging requests and retries. Idempotent. */
  close(): Promise<void>;
  configureWebhook(changes: Partial<WebhookSettings>): void;
  /** A person taps Send. */
  sendFromPhone(input: PhoneMessageInput): SentMessage;
  /** Posts any event once more or for the first time: replays, groups, own messages. */
  postEvent(event: UltraMsgEvent): Promise<WebhookOutcome>;
}

export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const now = options.now ?? Date.now;
  const closing = new AbortController();
  const inbound: UltraMsgEvent[] = [];
  let server: ServerType | null = null;
  let url: string | null = null;
  const origin = () => {
    if (url === null) throw new Error('The simulator does not listen yet; call listen() first.');
    return url;
  };

  const world: World = {
    now,
    ledger: createLedger({ now, file: options.ledgerFile }),
    behaviours: createBehaviours(),
    instances: options.instances ?? SIMULATOR_DEFAULTS.instances,
    twilio: options.twilio ?? SIMULATOR_DEFAULTS.twilio,
    webhook: { ...WEBHOOK_DEFAULTS, ...options.webhook },
    inbound,
    post: (event) => deliverEvent(event, { settings: world.webhook, ledger: world.ledger, closed: closing.signal }),
    origin,
    closed: closing.signal,
  };

  function sendFromPhone(input: PhoneMessageInput): SentMessage {
    const from = toE164(input.from) ?? input.from;
    const instance = world.instances.find(
      (candidate) => input.to === undefined || candidate.number === toE164(input.to),
    );
    const to = instance?.number ?? input.to ?? '';
    const providerTime = Math.floor(now() / 1000);
    const event = inboundEvent({
      from,
      to,
      body: input.text,
      time: providerTime,
      pushname: input.name,
      instanceId: instance?.instanceId,
    });
    const messageId = event.data.id;
    world.ledger.append({ kind: 'whatsapp_inbound', messageId, phone: from, to, text: input.text, providerTime });
    // A number that no instance has: the message is sent, and nobody here hears of it.
    if (!instance) return { messageId, delivery: Promise.resolve({ messageId, acknowledged: false, attempts: 0 }) };
    inbound.push(event);
    const delivery = world.post(event);
    if (world.webhook.echoes) void world.post({ ...event, event_type: 'message_create' });
    return { messageId, delivery };
  }

  const { routes: pushRoutes, service: push } = pushService(world);
  const app = new Hono<SimulatorEnv>();
  app.route(
    '/',
    phoneRoutes(world, (input) => ({ messageId: sendFromPhone(input).messageId })),
  );
  app.route('/', controlRoutes(world, push));
  app.route('/', ultramsgApi(world));
  app.route('/', twilioApi(world));
  app.route('/', pushRoutes);
  app.get('/', (c) => c.redirect('/phone'));

  return {
    get url() {
      return origin();
    },
    ledger: world.ledger,
    behaviours: world.behaviours,
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
    sendFromPhone,
    postEvent: (event) => world.post(event),
  };
}
