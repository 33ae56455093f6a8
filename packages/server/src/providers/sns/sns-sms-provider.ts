import type * as Sns from '@aws-sdk/client-sns';
import { loadOptional } from '../../missing-package.js';
import { readRetryAfterMs } from '../retry-after.js';
import { SEND_DEADLINE_MS, type SendOutcome } from '../send-outcome.js';
import type { SmsProvider } from '../sms-provider.js';
import { failedBeforeSending } from '../vendor-call.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { readSnsRefusal } from './errors.js';

export interface SnsSmsProviderInput {
  region: string;
  /** For a stand-in. @default Amazon's, by region */
  endpoint?: string | undefined;
  /** A name of 1 to 11 letters and digits, where the country allows one; or a number of the account, in E.164. */
  senderId?: string | undefined;
  /** The most that one SMS may cost, in US dollars, `0.20`: Amazon does not send dearer ones. */
  maxPriceUsd?: string | undefined;
  /** @default as AWS's own SDK finds them: variables, profile, role of the machine */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
}

/** A longer `Message` is refused. @see https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html */
const MAX_TEXT_LENGTH = 1_600;

/**
 * SMS through Amazon SNS, signed and sent by Amazon's own client, which is loaded with the first message.
 *
 * SNS never calls back, takes no id of ours, and reports prices only in CloudWatch logs. `accepted` is the last known
 * status; a lost answer and the price stay unknown. A spend limit that is reached stops messages without an error.
 */
export function createSnsSmsProvider(input: SnsSmsProviderInput): SmsProvider {
  const { deadlineMs = SEND_DEADLINE_MS, now = Date.now } = input;
  const connect = once(() => createClient(input));
  const attributes = smsAttributes(input);

  return {
    name: 'sns',
    maxTextLength: MAX_TEXT_LENGTH,
    tooFastCodes: ['Throttled', 'Throttling', 'KMSThrottling', 'http_429'],
    sendSms: async ({ to, text }) => {
      const { sns, client } = await connect();
      const abortSignal = AbortSignal.timeout(deadlineMs);
      try {
        const command = new sns.PublishCommand({ PhoneNumber: to, Message: text, MessageAttributes: attributes });
        const { MessageId } = await client.send(command, { abortSignal });
        return { status: 'accepted', providerMessageId: MessageId ?? null };
      } catch (error) {
        // The SDK calls a broken connection a timeout too; only our own clock says which it was.
        return outcomeOfError(error, { isTimeout: abortSignal.aborted, nowMs: now() });
      }
    },
    diagnose: async () => {
      const { sns, client } = await connect();
      const options = { abortSignal: AbortSignal.timeout(deadlineMs) };
      return Promise.all([
        finding(async () => {
          const { IsInSandbox } = await client.send(new sns.GetSMSSandboxAccountStatusCommand({}), options);
          return IsInSandbox ? IN_SANDBOX : OUT_OF_SANDBOX;
        }),
        finding(async () => {
          const { attributes: found } = await client.send(new sns.GetSMSAttributesCommand({}), options);
          return spendFinding(found?.['MonthlySpendLimit']);
        }),
      ]);
    },
  };
}

/** The library is 4 MB: only those who chose SNS wait for it. */
async function createClient(input: SnsSmsProviderInput): Promise<{ sns: typeof Sns; client: Sns.SNSClient }> {
  const sns = await loadOptional(
    '@aws-sdk/client-sns',
    'SMS through Amazon SNS',
    // Bundlers leave it as it is: they fail where an optional package is not installed.
    () => import(/* webpackIgnore: true */ '@aws-sdk/client-sns'),
  );
  const { region, endpoint, credentials } = input;
  const client = new sns.SNSClient({
    region,
    // The dispatcher decides on retries: one may send a second SMS.
    maxAttempts: 1,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
  });
  return { sns, client };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

function smsAttributes({ senderId, maxPriceUsd }: SnsSmsProviderInput): Record<string, Sns.MessageAttributeValue> {
  const sender = senderId?.startsWith('+') ? 'AWS.MM.SMS.OriginationNumber' : 'AWS.SNS.SMS.SenderID';
  return {
    // Reliability before price: a call to the counter is no advertisement.
    'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
    ...(senderId && { [sender]: { DataType: 'String', StringValue: senderId } }),
    ...(maxPriceUsd && { 'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: maxPriceUsd } }),
  };
}

/** What the SDK adds to an error, as far as it is there. */
interface SdkError {
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
}

function outcomeOfError(error: unknown, { isTimeout, nowMs }: { isTimeout: boolean; nowMs: number }): SendOutcome {
  if (!(error instanceof Error)) throw error;
  const { $metadata, $response } = error as SdkError;
  const httpStatus = $metadata?.httpStatusCode ?? null;
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300) {
    return { status: 'unknown', errorCode: 'unreadable_answer' };
  }
  // A gateway that gave up waiting does not know whether SNS took the message; nor do we.
  if (httpStatus === 504) return { status: 'unknown', errorCode: 'http_504' };
  const { name, message } = error;
  const retryAfterMs = readRetryAfterMs($response?.headers?.['retry-after'] ?? null, nowMs);
  const failure = readSnsRefusal({ name, message, httpStatus, retryAfterMs });
  if (failure !== null) return { status: 'failed', failure };
  if (failedBeforeSending(error)) {
    return { status: 'failed', failure: { action: 'retry', retryAfterMs: 5_000, errorCode: 'network' } };
  }
  return { status: 'unknown', errorCode: isTimeout ? 'timeout' : 'connection_lost' };
}

const OUT_OF_SANDBOX: ProviderFinding = {
  level: 'ok',
  message: 'Amazon SNS takes the credentials, and the account is out of the SMS sandbox.',
  advice: null,
};
const IN_SANDBOX: ProviderFinding = {
  level: 'problem',
  message: 'The account is in the SMS sandbox: SMS reach verified numbers alone.',
  advice: 'Open Amazon SNS, Text messaging, and choose "Exit SMS sandbox".',
};

function spendFinding(monthlyUsd: string | undefined): ProviderFinding {
  if (monthlyUsd === undefined) {
    return {
      level: 'warning',
      message: 'The monthly spend limit of the account is not set, so that Amazon’s default holds.',
      advice: 'Set it in Amazon SNS, Text messaging: messages beyond it are dropped without an error.',
    };
  }
  return { level: 'ok', message: `The account may spend US$ ${monthlyUsd} a month on SMS.`, advice: null };
}

async function finding(ask: () => Promise<ProviderFinding>): Promise<ProviderFinding> {
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    return {
      level: name === 'AuthorizationErrorException' ? 'warning' : 'problem',
      message: `Amazon SNS does not answer the question (${name}).`,
      advice:
        'Check AWS_REGION and the credentials; allow sns:Publish, sns:GetSMSAttributes and sns:GetSMSSandboxAccountStatus.',
    };
  }
}
