import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { toE164 } from '../phone-digits.js';
import { readFields } from '../read-fields.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import { countSmsSegments } from '../twilio/sms-segments.js';
import type { World } from '../world.js';

type HttpStatus = 400 | 403 | 404 | 429 | 500 | 503;

/** Errors of `Publish` by their codes on the wire: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const ERRORS: Readonly<Record<string, [status: HttpStatus, message: string]>> = {
  Throttled: [429, 'Rate exceeded'],
  ThrottlingException: [400, 'Rate exceeded'],
  OptedOut: [400, 'The phone number is opted out'],
  AuthorizationError: [403, 'The user is not authorized to perform: SNS:Publish'],
  InvalidClientTokenId: [403, 'The security token included in the request is invalid.'],
  SignatureDoesNotMatch: [403, 'The request signature we calculated does not match the signature you provided.'],
  InvalidParameter: [400, 'Invalid parameter: PhoneNumber Reason: it is not valid to publish to'],
  InvalidParameterValue: [400, 'Invalid parameter value'],
  ValidationException: [400, 'Invalid parameter in request'],
  EndpointDisabled: [400, 'Endpoint is disabled'],
  PlatformApplicationDisabled: [400, 'Platform application is disabled'],
  KMSDisabled: [400, 'The customer master key is disabled'],
  KMSThrottling: [400, 'The request was denied due to throttling'],
  NotFound: [404, 'Topic does not exist'],
  InternalError: [500, 'An internal error occurred'],
  ServiceUnavailable: [503, 'The service is unavailable'],
};

/** Amazon's query protocol: a form with `Action`, an answer in XML. It sends no webhook of any kind. */
export function snsApi(world: World): Hono<SimulatorEnv> {
  const api = new Hono<SimulatorEnv>();

  api.post('/', async (c) => {
    const fields = await readFields(c);
    switch (fields.Action) {
      case 'Publish':
        return publish(c, fields);
      case 'GetSMSSandboxAccountStatus':
        return answer(c, fields.Action, '<IsInSandbox>false</IsInSandbox>');
      case 'GetSMSAttributes':
        return answer(
          c,
          fields.Action,
          '<attributes><entry><key>MonthlySpendLimit</key><value>1</value></entry></attributes>',
        );
      default:
        return refuse(c, 'InvalidParameterValue');
    }
  });

  async function publish(c: Context<SimulatorEnv>, fields: Record<string, string>): Promise<Response> {
    const phone = toE164(fields.PhoneNumber ?? '') ?? fields.PhoneNumber ?? '';
    const text = fields.Message ?? '';
    const rule = world.behaviours.take('sns', phone);
    const { mode, delayMs } = rule;
    const witness = (outcome: {
      accepted: boolean;
      status: number | null;
      errorCode: string | null;
      messageId?: string;
    }) =>
      world.ledger.append({
        kind: 'sms_send',
        vendor: 'sns',
        phone,
        from: senderOf(fields),
        text,
        segments: countSmsSegments(text),
        messageId: null,
        ...outcome,
      });
    if (mode === 'hang' || mode === 'cut') {
      witness({ accepted: false, status: null, errorCode: null });
      return mode === 'hang' ? hang(c, world.closed) : cut(c);
    }
    const errorCode = refusalOf(c.req.header('authorization'), { mode, phone, errorCode: rule.errorCode });
    if (errorCode !== null) {
      witness({ accepted: false, status: ERRORS[errorCode]?.[0] ?? 400, errorCode });
      await pause(delayMs, world.closed);
      if (mode === 'rate_limited') c.header('Retry-After', String(rule.retryAfterSeconds));
      return refuse(c, errorCode);
    }
    const messageId = randomUUID();
    witness({ accepted: true, status: mode === 'accept_then_cut' ? null : 200, errorCode: null, messageId });
    if (mode === 'accept_then_cut') return cut(c);
    await pause(delayMs, world.closed);
    return answer(c, 'Publish', `<MessageId>${messageId}</MessageId>`);
  }

  return api;
}

function refusalOf(
  authorization: string | undefined,
  { mode, phone, errorCode }: { mode: string; phone: string; errorCode: number | string | undefined },
): string | null {
  if (!authorization?.startsWith('AWS4-HMAC-SHA256 ')) return 'InvalidClientTokenId';
  if (mode === 'refuse') return String(errorCode ?? 'InternalError');
  if (mode === 'rate_limited') return 'Throttled';
  if (mode === 'server_error') return 'InternalError';
  return toE164(phone) === null ? 'InvalidParameter' : null;
}

/** The sender's name stands among the numbered attributes. */
function senderOf(fields: Record<string, string>): string {
  for (let index = 1; fields[`MessageAttributes.entry.${index}.Name`] !== undefined; index += 1) {
    const name = fields[`MessageAttributes.entry.${index}.Name`] ?? '';
    if (/SenderID|OriginationNumber/.test(name))
      return fields[`MessageAttributes.entry.${index}.Value.StringValue`] ?? '';
  }
  return '';
}

function answer(c: Context<SimulatorEnv>, action: string, result: string): Response {
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const xml = `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result>${metadata}</${action}Response>`;
  return c.body(xml, 200, { 'content-type': 'text/xml' });
}

function refuse(c: Context<SimulatorEnv>, code: string): Response {
  const [status, message] = ERRORS[code] ?? [400, 'Unknown error'];
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const xml = `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return c.body(xml, status, { 'content-type': 'text/xml' });
}
