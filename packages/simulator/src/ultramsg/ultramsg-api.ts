import { Hono, type Context } from 'hono';
import type { Mode } from '../behaviours.js';
import { toChatId, toE164 } from '../phone-digits.js';
import { readFields } from '../read-fields.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import {
  bareInstanceId,
  newMessageKey,
  ownMessageEvent,
  type UltraMsgEvent,
  type UltraMsgMessage,
} from './inbound-event.js';
import { ultramsgPost } from './webhook-post.js';

/** One instance of the vendor: a number, and the token that sends through it. */
export interface UltraMsgInstance {
  /** `1150` or `instance1150`. */
  instanceId: string;
  /** The token that each call to the API must carry. */
  token: string;
  /** E.164 of the business. */
  number: string;
}

const WRONG_TOKEN = { error: 'Wrong token. Please provide token as a GET parameter.' };

/** The vendor's longest text. */
const MAX_BODY_LENGTH = 4096;

/** Its refusals come with HTTP 200, as the real ones do; 404, 429 and 5xx are the rest of the world's. */
const REFUSALS: Partial<Record<Mode<'ultramsg'>, { status: 200 | 404 | 429 | 500; answer: unknown }>> = {
  wrong_token: { status: 200, answer: WRONG_TOKEN },
  instance_stopped: { status: 200, answer: { error: 'Your instance has been Stopped due to non-payment.' } },
  not_connected: { status: 200, answer: { sent: 'false', message: 'WhatsApp not connected' } },
  error_list: { status: 200, answer: { error: [{ to: 'to is not a valid phone number or chatID' }] } },
  queued: { status: 200, answer: { sent: 'queued' } },
  empty: { status: 200, answer: {} },
  unknown_instance: { status: 404, answer: { error: 'Instance not found' } },
  rate_limited: { status: 429, answer: { error: 'Too Many Requests' } },
  server_error: { status: 500, answer: { error: 'Internal Server Error' } },
};

/** `POST /instance{N}/messages/chat`, `GET /instance{N}/instance/status`, `GET POST …/instance/settings`, `GET /instance{N}/chats/messages`. */
export function ultramsgApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();
  let nextId = 44_897;

  const post = (event: UltraMsgEvent) => void world.deliver(ultramsgPost(event, () => world.webhook));
  const instanceOf = (c: Context) => {
    const id = bareInstanceId(c.req.param('instance') ?? '');
    return world.instances.find((instance) => bareInstanceId(instance.instanceId) === id);
  };

  api.post('/:instance{instance\\d+}/messages/chat', async (c) => {
    const fields = await readFields(c);
    const to = fields.to ?? '';
    const phone = toE164(to) ?? to;
    const { mode, delayMs, retryAfterSeconds } = world.behaviours.take('ultramsg', phone);
    const instance = instanceOf(c);
    const token = fields.token ?? c.req.query('token') ?? '';
    const instanceId = bareInstanceId(c.req.param('instance'));
    const text = fields.body ?? '';
    const referenceId = fields.referenceId ?? '';
    const witness = (outcome: {
      accepted: boolean;
      status: number | null;
      failure: string | null;
      messageId?: number;
    }) =>
      world.ledger.append({
        kind: 'whatsapp_send',
        vendor: 'ultramsg',
        instanceId,
        from: instance?.number ?? '',
        phone,
        text,
        referenceId,
        messageId: null,
        ...outcome,
      });

    if (mode === 'hang' || mode === 'cut') {
      witness({ accepted: false, status: null, failure: mode });
      return mode === 'hang' ? hang(c, world.closed) : cut(c);
    }
    if (mode === 'not_json') {
      witness({ accepted: false, status: 502, failure: mode });
      await pause(delayMs, world.closed);
      return c.html('<html><body>Bad gateway</body></html>', 502);
    }
    const refusal =
      REFUSALS[mode] ?? naturalRefusal({ known: instance !== undefined, token, expected: instance?.token, to, text });
    if (refusal) {
      witness({ accepted: false, status: refusal.status, failure: mode.startsWith('accept') ? 'refused' : mode });
      await pause(delayMs, world.closed);
      if (refusal.status === 429) c.header('Retry-After', String(retryAfterSeconds));
      return c.body(JSON.stringify(refusal.answer), refusal.status, { 'content-type': 'application/json' });
    }

    const messageId = nextId++;
    witness({ accepted: true, status: mode === 'accept_then_cut' ? null : 200, failure: null, messageId });
    const key = `true_${toChatId(phone)}_${newMessageKey()}`;
    const own = {
      from: instance?.number ?? '',
      to: phone,
      body: text,
      time: Math.floor(world.now() / 1000),
      instanceId,
      id: key,
    };
    const echo = { ...own, numericId: messageId, referenceId };
    if (world.webhook.echoes) post(ownMessageEvent('message_create', { ...echo, ack: 'pending' }));
    if (world.webhook.acks)
      for (const ack of ['server', 'device']) post(ownMessageEvent('message_ack', { ...echo, ack }));
    if (mode === 'accept_then_cut') return cut(c);
    await pause(delayMs, world.closed);
    return c.json({ sent: mode === 'accept_boolean' ? true : 'true', message: 'ok', id: messageId });
  });

  api.get('/:instance{instance\\d+}/instance/status', (c) => {
    const instance = instanceOf(c);
    if (!instance) return c.json({ error: 'Instance not found' }, 404);
    if (c.req.query('token') !== instance.token) return c.json(WRONG_TOKEN);
    return c.json({ status: { accountStatus: { status: 'authenticated', substatus: 'connected' } } });
  });

  api.get('/:instance{instance\\d+}/instance/settings', (c) => {
    const instance = instanceOf(c);
    if (!instance) return c.json({ error: 'Instance not found' }, 404);
    if (c.req.query('token') !== instance.token) return c.json(WRONG_TOKEN);
    const { url, token, acks, echoes } = world.webhook;
    const isOn = (flag: boolean) => (flag ? 'on' : 'off');
    return c.json({
      sendDelay: 1,
      webhook_url: url === null ? '' : `${url}${token === null ? '' : `?token=${encodeURIComponent(token)}`}`,
      webhook_message_received: 'on',
      webhook_message_create: isOn(echoes),
      webhook_message_ack: isOn(acks),
      webhook_message_download_media: 'off',
    });
  });

  // The token of our own webhook goes in its address, and is kept apart here.
  api.post('/:instance{instance\\d+}/instance/settings', async (c) => {
    const fields = await readFields(c);
    const instance = instanceOf(c);
    if (!instance) return c.json({ error: 'Instance not found' }, 404);
    if (fields.token !== instance.token) return c.json(WRONG_TOKEN);
    const { webhook_url: address, webhook_message_ack: ack, webhook_message_create: create } = fields;
    if (address !== undefined) {
      if (address !== '' && !URL.canParse(address)) return c.json({ error: [{ webhook_url: 'is no URL' }] });
      const [url = '', query] = address.split('?');
      const token = new URLSearchParams(query).get('token');
      world.webhook = { ...world.webhook, url: url === '' ? null : url, token };
    }
    if (ack !== undefined) world.webhook = { ...world.webhook, acks: isOn(ack) };
    if (create !== undefined) world.webhook = { ...world.webhook, echoes: isOn(create) };
    return c.json({ success: 'done' });
  });

  // Field names as in the webhook's `data`: the vendor's own sample of this answer is not public.
  api.get('/:instance{instance\\d+}/chats/messages', (c) => {
    const instance = instanceOf(c);
    if (!instance) return c.json({ error: 'Instance not found' }, 404);
    if (c.req.query('token') !== instance.token) return c.json(WRONG_TOKEN);
    const chatId = c.req.query('chatId');
    const limit = Number(c.req.query('limit') ?? 100);
    const messages = world.inbound.filter((event) => event.data.from === chatId).map((event) => event.data);
    return c.json<UltraMsgMessage[]>(messages.slice(-limit));
  });

  return api;
}

function isOn(flag: string): boolean {
  return flag === 'true' || flag === 'on';
}

function naturalRefusal(request: {
  known: boolean;
  token: string;
  expected: string | undefined;
  to: string;
  text: string;
}): { status: 200 | 404; answer: unknown } | null {
  if (!request.known) return { status: 404, answer: { error: 'Instance not found' } };
  if (request.token !== request.expected) return { status: 200, answer: WRONG_TOKEN };
  if (toE164(request.to) === null && !request.to.endsWith('@g.us')) {
    return { status: 200, answer: { error: [{ to: 'to is not a valid phone number or chatID' }] } };
  }
  if (request.text === '') return { status: 200, answer: { error: [{ body: 'body is required' }] } };
  if (request.text.length > MAX_BODY_LENGTH) {
    return { status: 200, answer: { error: [{ body: `body may have at most ${MAX_BODY_LENGTH} characters` }] } };
  }
  return null;
}
