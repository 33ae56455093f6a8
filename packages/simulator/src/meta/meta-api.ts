import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { toE164 } from '../phone-digits.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { graphRefusal, type GraphRefusal } from './errors.js';
import { metaPost, metaStatus, type MetaStatus } from './webhook-payload.js';

const MAX_BODY_LENGTH = 4096;

export function newWamid(): string {
  return `wamid.${randomBytes(36).toString('base64')}`;
}

/** `POST /v{version}/{phone number id}/messages`, `GET /v{version}/{phone number id}`. */
export function metaApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();
  const { meta: account } = world;
  const isAuthorized = (header: string | undefined) => header === `Bearer ${account.accessToken}`;

  api.get('/:version{v\\d+\\.\\d+}/:id{\\d+}', (c) => {
    if (!isAuthorized(c.req.header('authorization'))) return c.json(graphRefusal(190).answer as object, 401);
    if (c.req.param('id') !== account.phoneNumberId) return c.json(graphRefusal(100).answer as object, 400);
    return c.json({
      id: account.phoneNumberId,
      verified_name: 'Simulator',
      display_phone_number: account.number,
      quality_rating: 'GREEN',
    });
  });

  api.post('/:version{v\\d+\\.\\d+}/:id{\\d+}/messages', async (c) => {
    const body = readBody(await c.req.text());
    const address = body.to ?? body.recipient ?? '';
    const phone = toE164(address) ?? world.people.get(address) ?? address;
    const rule = world.behaviours.take('meta', phone);
    const { mode, delayMs, retryAfterSeconds } = rule;
    const witness = (outcome: {
      accepted: boolean;
      status: number | null;
      failure: string | null;
      messageId?: string;
    }) =>
      world.ledger.append({
        kind: 'whatsapp_send',
        vendor: 'meta',
        instanceId: c.req.param('id'),
        from: account.number,
        phone,
        text: body.text,
        referenceId: body.correlationId ?? '',
        messageId: null,
        ...outcome,
      });

    if (mode === 'hang' || mode === 'cut') {
      witness({ accepted: false, status: null, failure: mode });
      return mode === 'hang' ? hang(c, world.closed) : cut(c);
    }
    if (mode === 'not_json') {
      witness({ accepted: false, status: 502, failure: mode });
      return c.html('<html><body>Bad gateway</body></html>', 502);
    }
    const natural = isAuthorized(c.req.header('authorization')) ? naturalRefusal(body) : 190;
    const code = c.req.param('id') === account.phoneNumberId ? (natural ?? refusalOfMode(mode, rule.errorCode)) : 100;
    if (code !== null) {
      const refusal: GraphRefusal = graphRefusal(code);
      const status = mode === 'rate_limited' && natural === null ? 429 : refusal.status;
      witness({ accepted: false, status, failure: String(code) });
      await pause(delayMs, world.closed);
      if (status === 429) c.header('Retry-After', String(retryAfterSeconds));
      return c.json(refusal.answer as object, status);
    }

    const messageId = newWamid();
    witness({
      accepted: mode !== 'accept_then_fail',
      status: mode === 'accept_then_cut' ? null : 200,
      failure: null,
      messageId,
    });
    const base = { messageId, recipient: address, correlationId: body.correlationId };
    const reportStatus = (status: MetaStatus['status'], errorCode?: number) => {
      const time = Math.floor(world.now() / 1000);
      const statuses = [metaStatus({ ...base, status, time, errorCode })];
      void world.deliver(
        metaPost(
          { eventType: `status_${status}`, messageId, phone },
          { statuses },
          { account, settings: () => world.webhook },
        ),
      );
    };
    if (mode === 'accept_then_fail') reportStatus('failed', Number(rule.errorCode ?? 131_047));
    else if (world.webhook.acks) for (const status of ['sent', 'delivered'] as const) reportStatus(status);
    if (mode === 'accept_then_cut') return cut(c);
    await pause(delayMs, world.closed);
    const contact = body.to === undefined ? { user_id: address } : { wa_id: address.replace(/^\+/, '') };
    return c.json({
      messaging_product: 'whatsapp',
      contacts: [{ input: address, ...contact }],
      messages: [{ id: messageId, ...(mode === 'held' && { message_status: 'held_for_quality_assessment' }) }],
    });
  });

  return api;
}

interface SendBody {
  to: string | undefined;
  recipient: string | undefined;
  text: string;
  correlationId: string | undefined;
}

function readBody(json: string): SendBody {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
  try {
    const {
      to,
      recipient,
      text,
      biz_opaque_callback_data: correlationId,
    } = JSON.parse(json) as Record<string, unknown>;
    const words = typeof text === 'object' && text !== null ? (text as { body?: unknown }).body : undefined;
    return {
      to: textOf(to),
      recipient: textOf(recipient),
      text: textOf(words) ?? '',
      correlationId: textOf(correlationId),
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { to: undefined, recipient: undefined, text: '', correlationId: undefined };
  }
}

function naturalRefusal({ to, recipient, text }: SendBody): number | null {
  if (to === undefined && recipient === undefined) return 131_008;
  if (to !== undefined && toE164(to) === null) return 131_009;
  return text === '' || text.length > MAX_BODY_LENGTH ? 100 : null;
}

function refusalOfMode(mode: string, errorCode: number | string | undefined): number | null {
  switch (mode) {
    case 'refuse':
      return Number(errorCode ?? 131_000);
    case 'rate_limited':
      return 130_429;
    case 'server_error':
      return 131_016;
    default:
      return null;
  }
}
