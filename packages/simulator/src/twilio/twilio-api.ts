import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Mode } from '../behaviours.js';
import { toE164 } from '../phone-digits.js';
import { readFields } from '../read-fields.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { faultMessage, twilioRefusal } from './errors.js';
import { countSmsSegments } from './sms-segments.js';
import { basicAuthorization, twilioPost, twilioStatusForm } from './webhook-form.js';

/** The longest body, in characters, over which the vendor answers 21617. */
const MAX_BODY_LENGTH = 1600;

const CODE_OF_MODE: Partial<Record<Mode<'twilio'>, number>> = {
  unsubscribed: 21_610,
  invalid_number: 21_211,
  not_mobile: 21_614,
  region_disabled: 21_408,
  unauthorized: 20_003,
  rate_limited: 20_429,
  server_error: 20_500,
};

export function newMessageSid(): string {
  return `SM${randomBytes(16).toString('hex')}`;
}

/** `POST …/Messages.json` for WhatsApp and SMS, `GET …/Messages/:sid.json` with its price, `GET …/Accounts/:sid.json`. */
export function twilioApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();
  const { twilio: account } = world;
  const sent = new Map<string, { to: string; from: string; status: string }>();
  const isAuthorized = (sid: string, header: string | undefined) =>
    sid === account.accountSid && header === basicAuthorization(account);
  const refusal = (code: number) => {
    const { status, message } = twilioRefusal(code);
    return { status, answer: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } };
  };

  api.get('/2010-04-01/Accounts/:sid{[^/]+\\.json}', (c) => {
    const sid = c.req.param('sid').replace(/\.json$/, '');
    if (isAuthorized(sid, c.req.header('authorization'))) return c.json({ sid, status: 'active', type: 'Full' });
    return c.json(refusal(20_003).answer, 401);
  });

  api.get('/2010-04-01/Accounts/:sid/Messages/:message{[^/]+\\.json}', (c) => {
    if (!isAuthorized(c.req.param('sid'), c.req.header('authorization'))) return c.json(refusal(20_003).answer, 401);
    const sid = c.req.param('message').replace(/\.json$/, '');
    const message = sent.get(sid);
    if (!message) return c.json(refusal(20_404).answer, 404);
    const price = message.to.startsWith('whatsapp:') ? '-0.00500' : '-0.04980';
    return c.json({ account_sid: account.accountSid, sid, ...message, price, price_unit: 'USD' });
  });

  api.post('/2010-04-01/Accounts/:sid/Messages.json', async (c) => {
    const fields = await readFields(c);
    const to = fields.To ?? '';
    const address = to.replace(/^whatsapp:/, '');
    const isWhatsApp = address !== to;
    const phone = toE164(address) ?? world.people.get(address) ?? address;
    const from = fields.From ?? fields.MessagingServiceSid ?? '';
    const text = fields.Body ?? '';
    const segments = countSmsSegments(text);
    const callback = fields.StatusCallback;
    const rule = world.behaviours.take('twilio', phone);
    const { mode, delayMs, retryAfterSeconds } = rule;
    const witness = (outcome: {
      accepted: boolean;
      status: number | null;
      errorCode: number | null;
      messageId?: string;
    }) =>
      isWhatsApp
        ? world.ledger.append({
            kind: 'whatsapp_send',
            vendor: 'twilio',
            instanceId: account.accountSid,
            from: from.replace(/^whatsapp:/, ''),
            phone,
            text,
            referenceId: callback === undefined ? '' : (new URL(callback).searchParams.get('attempt') ?? ''),
            accepted: outcome.accepted,
            status: outcome.status,
            failure: outcome.errorCode === null ? null : String(outcome.errorCode),
            messageId: outcome.messageId ?? null,
          })
        : world.ledger.append({
            kind: 'sms_send',
            vendor: 'twilio',
            phone,
            from,
            text,
            segments,
            messageId: null,
            ...outcome,
          });

    if (mode === 'hang' || mode === 'cut') {
      witness({ accepted: false, status: null, errorCode: null });
      return mode === 'hang' ? hang(c, world.closed) : cut(c);
    }
    const asked = mode === 'refuse' ? Number(rule.errorCode ?? 21_211) : (CODE_OF_MODE[mode] ?? null);
    const code = isAuthorized(c.req.param('sid'), c.req.header('authorization'))
      ? (asked ?? naturalRefusal({ address, isWhatsApp, from, text }))
      : 20_003;
    if (code !== null) {
      const { status, answer } = refusal(code);
      witness({ accepted: false, status, errorCode: code });
      await pause(delayMs, world.closed);
      if (status === 429) c.header('Retry-After', String(retryAfterSeconds));
      return c.json(answer, status);
    }

    const sid = newMessageSid();
    const accepted = mode !== 'accept_then_fail';
    witness({ accepted, status: mode === 'accept_then_cut' ? null : 201, errorCode: null, messageId: sid });
    sent.set(sid, { to, from, status: 'queued' });
    const reportStatus = (status: string, errorCode?: { code: number; message: string }) => {
      sent.set(sid, { to, from, status });
      const form = twilioStatusForm({ messageId: sid, status, from, to, ...(errorCode && { errorCode }) }, account);
      void world.deliver(
        twilioPost({ eventType: `status_${status}`, messageId: sid, phone }, form, {
          account,
          url: () => callback ?? null,
        }),
      );
    };
    if (!accepted) {
      const fault = Number(rule.errorCode ?? (isWhatsApp ? 63_016 : 30_005));
      reportStatus(isWhatsApp ? 'failed' : 'undelivered', { code: fault, message: faultMessage(fault) });
    } else if (world.webhook.acks && callback !== undefined)
      for (const status of ['sent', 'delivered']) reportStatus(status);
    if (mode === 'accept_then_cut') return cut(c);
    await pause(delayMs, world.closed);
    const path = `/2010-04-01/Accounts/${account.accountSid}/Messages/${sid}`;
    const created = new Date(world.now()).toUTCString().replace('GMT', '+0000');
    return c.json(
      {
        account_sid: account.accountSid,
        api_version: '2010-04-01',
        body: text,
        date_created: created,
        date_sent: null,
        date_updated: created,
        direction: 'outbound-api',
        error_code: null,
        error_message: null,
        from: fields.From ?? null,
        messaging_service_sid: fields.MessagingServiceSid ?? null,
        num_media: '0',
        num_segments: String(segments),
        price: null,
        price_unit: 'USD',
        sid,
        status: 'queued',
        subresource_uris: { media: `${path}/Media.json` },
        to,
        uri: `${path}.json`,
      },
      201,
    );
  });

  return api;
}

function naturalRefusal(request: { address: string; isWhatsApp: boolean; from: string; text: string }): number | null {
  const { address, isWhatsApp, from, text } = request;
  if (address === '') return 21_604;
  if (toE164(address) === null && !(isWhatsApp && /^[A-Z]{2}\./.test(address))) return 21_211;
  if (from === '') return 21_603;
  if (text === '') return 21_602;
  return text.length > MAX_BODY_LENGTH ? 21_617 : null;
}
