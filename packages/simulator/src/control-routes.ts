import { Hono } from 'hono';
import { MODES, isVendor, type Behaviour } from './behaviours.js';
import { toE164 } from './phone-digits.js';
import type { SimulatorEnv } from './reply.js';
import type { Phones } from './phone/phones.js';
import type { IssueSubscriptionInput, PushService } from './web-push/push-service.js';
import type { WebhookSettings } from './webhook/webhook-settings.js';
import type { World } from './world.js';

/** `/_control` sets what goes wrong, `/_ledger` returns what was seen: both for tests in another process. */
export function controlRoutes(world: World, push: PushService, phones: Phones): Hono<SimulatorEnv> {
  const routes = new Hono<SimulatorEnv>();

  routes.onError((error, c) => {
    if (error instanceof RangeError || error instanceof SyntaxError) return c.json({ error: error.message }, 422);
    throw error;
  });

  routes.get('/_ledger', (c) => {
    const kind = c.req.query('kind');
    const phone = c.req.query('phone');
    const after = Number(c.req.query('after') ?? 0);
    const entries = world.ledger.entries().filter((entry) => {
      if (entry.sequence <= after || (kind !== undefined && entry.kind !== kind)) return false;
      return phone === undefined || entry.phone === toE164(phone);
    });
    return c.json({ entries });
  });

  routes.get('/_control/behaviours', (c) => c.json(MODES));

  /** Body: `{ mode, delayMs?, times?, retryAfterSeconds?, errorCode?, recipient? }`. */
  routes.put('/_control/behaviours/:vendor', async (c) => {
    const vendor = c.req.param('vendor');
    if (!isVendor(vendor)) throw new RangeError(`"${vendor}" is not one of ${Object.keys(MODES).join(', ')}.`);
    const { recipient, ...behaviour } = await c.req.json<Behaviour & { recipient?: string }>();
    world.behaviours.set(vendor, behaviour, recipient === undefined ? undefined : (toE164(recipient) ?? recipient));
    return c.body(null, 204);
  });

  routes.delete('/_control/behaviours', (c) => {
    world.behaviours.clear();
    return c.body(null, 204);
  });

  /** Body: any part of `WebhookSettings`; what is left out stays. */
  routes.put('/_control/webhook', async (c) => {
    const changes = await c.req.json<Partial<WebhookSettings>>();
    for (const name of ['url', 'smsUrl'] as const) {
      const url = changes[name];
      if (typeof url === 'string' && !URL.canParse(url)) throw new RangeError(`${name} is not an absolute URL.`);
    }
    world.webhook = { ...world.webhook, ...changes };
    return c.body(null, 204);
  });

  /** Body: `{ from, to, text }`: a person sends an SMS. */
  routes.post('/_control/sms', async (c) => {
    const { messageId } = phones.sendSmsFromPhone(await c.req.json<{ from: string; to: string; text: string }>());
    return c.json({ messageId }, 202);
  });

  /** Body: `{ phone?, applicationServerKey? }` → `{ id, subscription }`. */
  routes.post('/_control/push-subscriptions', async (c) => {
    const input = await c.req.json<IssueSubscriptionInput>();
    return c.json(push.issueSubscription(input), 201);
  });

  return routes;
}
