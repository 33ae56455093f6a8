import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Mode } from '../behaviours.js';
import { toE164 } from '../phone-digits.js';
import { readFields } from '../read-fields.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { countSmsSegments } from './sms-segments.js';

interface TwilioError {
  status: 400 | 401 | 429 | 500;
  code: number;
  message: string;
}

/** The longest body, in characters, over which the vendor answers 21617. */
const MAX_BODY_LENGTH = 1600;

/** Documented refusals: https://www.twilio.com/docs/api/errors */
const REFUSALS: Partial<Record<Mode<'twilio'>, (to: string) => TwilioError>> = {
  unsubscribed: () => ({ status: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' }),
  invalid_number: (to) => ({ status: 400, code: 21211, message: `The 'To' number ${to} is not a valid phone number.` }),
  not_mobile: (to) => ({ status: 400, code: 21614, message: `'To' number is not a valid mobile number: ${to}` }),
  region_disabled: () => ({
    status: 400,
    code: 21408,
    message: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number.",
  }),
  unauthorized: () => ({ status: 401, code: 20003, message: 'Authenticate' }),
  rate_limited: () => ({ status: 429, code: 20429, message: 'Too Many Requests' }),
  server_error: () => ({ status: 500, code: 20500, message: 'Internal Server Error' }),
};

/** `POST /2010-04-01/Accounts/:sid/Messages.json`. */
export function twilioApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();

  api.post('/2010-04-01/Accounts/:sid/Messages.json', async (c) => {
    const fields = await readFields(c);
    const to = fields.To ?? '';
    const phone = toE164(to) ?? to;
    const from = fields.From ?? fields.MessagingServiceSid ?? '';
    const text = fields.Body ?? '';
    const segments = countSmsSegments(text);
    const { mode, delayMs, retryAfterSeconds } = world.behaviours.take('twilio', phone);
    const witness = (outcome: {
      accepted: boolean;
      status: number | null;
      errorCode: number | null;
      messageId?: string;
    }) =>
      world.ledger.append({
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
    const authorized =
      c.req.param('sid') === world.twilio.accountSid &&
      c.req.header('authorization') === basicAuthorization(world.twilio);
    const refusal = authorized
      ? (REFUSALS[mode]?.(to) ?? naturalRefusal({ to, from, text }))
      : REFUSALS.unauthorized?.(to);
    if (refusal) {
      witness({ accepted: false, status: refusal.status, errorCode: refusal.code });
      await pause(delayMs, world.closed);
      if (refusal.status === 429) c.header('Retry-After', String(retryAfterSeconds));
      const { status, code, message } = refusal;
      return c.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status);
    }

    const sid = `SM${randomBytes(16).toString('hex')}`;
    witness({ accepted: true, status: mode === 'accept_then_cut' ? null : 201, errorCode: null, messageId: sid });
    if (mode === 'accept_then_cut') return cut(c);
    await pause(delayMs, world.closed);
    const path = `/2010-04-01/Accounts/${world.twilio.accountSid}/Messages/${sid}`;
    const created = new Date(world.now()).toUTCString().replace('GMT', '+0000');
    return c.json(
      {
        account_sid: world.twilio.accountSid,
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

function naturalRefusal({ to, from, text }: { to: string; from: string; text: string }): TwilioError | undefined {
  if (to === '') return { status: 400, code: 21604, message: "A 'To' phone number is required." };
  if (toE164(to) === null) return REFUSALS.invalid_number?.(to);
  if (from === '') return { status: 400, code: 21603, message: "A 'From' phone number is required." };
  if (text === '') return { status: 400, code: 21602, message: 'Message body is required.' };
  if (text.length > MAX_BODY_LENGTH) {
    return { status: 400, code: 21617, message: 'The concatenated message body exceeds the 1600 character limit.' };
  }
  return undefined;
}

function basicAuthorization({ accountSid, authToken }: { accountSid: string; authToken: string }): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}
