import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { toE164 } from '../phone-digits.js';
import type { PhoneButton } from '../phone/inbound-message.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { graphRefusal, type GraphRefusal } from './errors.js';
import { metaPost, metaStatus, type MetaStatus } from './webhook-payload.js';

const MAX_BODY_LENGTH = 4096;
const MAX_INTERACTIVE_LENGTH = 1024;

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
    if (c.req.query('fields') === 'webhook_configuration') {
      const { url } = world.webhook;
      return c.json({ id: account.phoneNumberId, webhook_configuration: url === null ? {} : { application: url } });
    }
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
        ...(body.buttons.length > 0 && { buttons: body.buttons }),
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
  /** Empty for a text message. */
  buttons: PhoneButton[];
  /** Not what Meta takes: a type or a shape that it does not know. */
  malformed: boolean;
  correlationId: string | undefined;
}

function readBody(json: string): SendBody {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
  try {
    const body = JSON.parse(json) as Record<string, unknown>;
    const content = body['type'] === 'interactive' ? readInteractive(body['interactive']) : readText(body['text']);
    return {
      to: textOf(body['to']),
      recipient: textOf(body['recipient']),
      correlationId: textOf(body['biz_opaque_callback_data']),
      ...(content ?? { text: '', buttons: [] }),
      malformed: content === null,
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { to: undefined, recipient: undefined, text: '', buttons: [], malformed: true, correlationId: undefined };
  }
}

type Content = Pick<SendBody, 'text' | 'buttons'> | null;

function readText(text: unknown): Content {
  const words = (text as { body?: unknown } | null | undefined)?.body;
  return typeof words === 'string' ? { text: words, buttons: [] } : null;
}

/** Reply buttons, 1 to 3, each with an id and a title of its own. */
function readInteractive(interactive: unknown): Content {
  const { type, body, action } = (interactive ?? {}) as {
    type?: unknown;
    body?: { text?: unknown };
    action?: { buttons?: { type?: unknown; reply?: { id?: unknown; title?: unknown } }[] };
  };
  const text = body?.text;
  const given = Array.isArray(action?.buttons) ? action.buttons : [];
  const buttons = given.flatMap(({ type: kind, reply }) =>
    kind === 'reply' && typeof reply?.id === 'string' && typeof reply.title === 'string'
      ? [{ id: reply.id, label: reply.title }]
      : [],
  );
  const unlike = (values: string[]) => new Set(values).size === values.length;
  const fits =
    buttons.length >= 1 &&
    buttons.length <= 3 &&
    buttons.length === given.length &&
    unlike(buttons.map(({ id }) => id)) &&
    unlike(buttons.map(({ label }) => label)) &&
    buttons.every(({ id, label }) => id.length <= 256 && label !== '' && label.length <= 20);
  return type === 'button' && typeof text === 'string' && text.length <= MAX_INTERACTIVE_LENGTH && fits
    ? { text, buttons }
    : null;
}

function naturalRefusal({ to, recipient, text, malformed }: SendBody): number | null {
  if (to === undefined && recipient === undefined) return 131_008;
  if (to !== undefined && toE164(to) === null) return 131_009;
  return malformed || text === '' || text.length > MAX_BODY_LENGTH ? 100 : null;
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
