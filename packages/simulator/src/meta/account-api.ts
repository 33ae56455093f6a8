import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { graphRefusal } from './errors.js';
import { META_ACCOUNT_ID } from './webhook-payload.js';

const APP_ID = '670843887433847';
const CALLBACK_FAILED = 2200;

/** What is asked of the WhatsApp account: `GET …/debug_token`, `GET …/{account}/phone_numbers`, `GET POST …/{account}/subscribed_apps`. */
export function metaAccountApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();
  const { meta: account } = world;
  let isSubscribed = false;

  api.use('/:version{v\\d+\\.\\d+}/*', async (c, next) => {
    if (c.req.header('authorization') === `Bearer ${account.accessToken}`) return next();
    return c.json(graphRefusal(190).answer as object, 401);
  });

  api.get('/:version{v\\d+\\.\\d+}/debug_token', (c) => {
    const isValid = c.req.query('input_token') === account.accessToken;
    const scope = (name: string) => ({ scope: name, target_ids: [META_ACCOUNT_ID] });
    const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];
    return c.json({ data: { app_id: APP_ID, is_valid: isValid, granular_scopes: isValid ? scopes.map(scope) : [] } });
  });

  api.get(`/:version{v\\d+\\.\\d+}/${META_ACCOUNT_ID}/phone_numbers`, (c) =>
    c.json({ data: [{ id: account.phoneNumberId }] }),
  );

  api.get(`/:version{v\\d+\\.\\d+}/${META_ACCOUNT_ID}/subscribed_apps`, (c) => {
    const app = { whatsapp_business_api_data: { id: APP_ID, name: 'Simulator' } };
    return c.json({ data: isSubscribed ? [app] : [] });
  });

  api.post(`/:version{v\\d+\\.\\d+}/${META_ACCOUNT_ID}/subscribed_apps`, async (c) => {
    const { override_callback_uri: url, verify_token: token } = await readOverride(c.req.raw);
    if (url !== undefined) {
      if (!(await confirms(url, token ?? ''))) return c.json(graphRefusal(CALLBACK_FAILED).answer as object, 400);
      world.webhook = { ...world.webhook, url };
    }
    isSubscribed = true;
    return c.json({ success: true });
  });

  return api;
}

interface Override {
  override_callback_uri?: string;
  verify_token?: string;
}

async function readOverride(request: Request): Promise<Override> {
  const text = await request.text();
  return text === '' ? {} : (JSON.parse(text) as Override);
}

/** Meta calls a new address at once, and believes it where the challenge comes back. */
async function confirms(url: string, token: string): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const challenge = randomBytes(8).toString('hex');
  const asked = new URL(url);
  for (const [name, value] of [
    ['hub.mode', 'subscribe'],
    ['hub.verify_token', token],
    ['hub.challenge', challenge],
  ] as const) {
    asked.searchParams.set(name, value);
  }
  try {
    const answer = await fetch(asked, { signal: AbortSignal.timeout(5_000) });
    return answer.status === 200 && (await answer.text()) === challenge;
  } catch {
    return false;
  }
}
