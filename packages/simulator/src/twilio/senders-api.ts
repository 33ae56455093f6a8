import { Hono } from 'hono';
import type { SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { twilioRefusal } from './errors.js';
import { basicAuthorization } from './webhook-form.js';

const SENDER_SID = `XE${'0'.repeat(32)}`;

/** `GET /v2/Channels/Senders` and `POST /v2/Channels/Senders/:sid`: the one WhatsApp sender, and where its webhook leads. */
export function twilioSendersApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();
  const { twilio: account } = world;
  const sender = () => ({
    sid: SENDER_SID,
    status: 'ONLINE',
    sender_id: `whatsapp:${account.whatsappNumber ?? ''}`,
    webhook: { callback_url: world.webhook.url ?? '', callback_method: 'POST' },
  });

  api.use('/v2/Channels/*', async (c, next) => {
    if (c.req.header('authorization') === basicAuthorization(account)) return next();
    return c.json({ code: 20_003, message: twilioRefusal(20_003).message, status: 401 }, 401);
  });

  api.get('/v2/Channels/Senders', (c) => c.json({ senders: [sender()], meta: { next_page_url: null } }));

  api.post('/v2/Channels/Senders/:sid', async (c) => {
    if (c.req.param('sid') !== SENDER_SID) {
      return c.json({ code: 20_404, message: twilioRefusal(20_404).message, status: 404 }, 404);
    }
    const { webhook } = await c.req.json<{ webhook?: { callback_url?: string } }>();
    if (webhook?.callback_url !== undefined) world.webhook = { ...world.webhook, url: webhook.callback_url };
    return c.json(sender(), 202);
  });

  return api;
}
