import type { MetaOptions } from '../../config/options.js';
import { callVendor, type VendorCallResult } from '../vendor-call.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { failureOfCode, readErrorCode } from './errors.js';
import { authorization, DEFAULT_GRAPH_VERSION, parseGraphAnswer, phoneNumberUrl } from './graph.js';
import { judgeGraphVersion } from './graph-version.js';
import { readWebhookAddress, WEBHOOK_PATH } from './webhook-address.js';

export interface MetaDiagnosisInput {
  options: MetaOptions;
  /** E.164 */
  businessNumber: string;
  fetch: typeof globalThis.fetch;
  deadlineMs?: number | undefined;
}

const FIELDS = 'verified_name,display_phone_number,quality_rating';

/** Whether the account works: the webhook's secrets, the token, the number, its quality. Never a secret or a whole phone. */
export async function diagnoseMeta(input: MetaDiagnosisInput): Promise<readonly ProviderFinding[]> {
  const findings = judgeAnswer(await readNumber(input, FIELDS), input.businessNumber);
  const isKnown = findings.every(({ level }) => level !== 'problem');
  // Asked apart: a version of the API that lacks this field would refuse the others with it.
  const webhook = isKnown ? judgeWebhook(await readNumber(input, 'webhook_configuration')) : [];
  const version = judgeGraphVersion(
    input.options.graphVersion ?? DEFAULT_GRAPH_VERSION,
    DEFAULT_GRAPH_VERSION,
    new Date(),
  );
  return [...judgeSecrets(input.options), ...version, ...findings, ...webhook];
}

async function readNumber(input: MetaDiagnosisInput, fields: string): Promise<VendorCallResult> {
  const { options, fetch, deadlineMs } = input;
  const url = `${phoneNumberUrl(options)}?fields=${fields}`;
  return callVendor({ method: 'GET', url, headers: authorization(options), fetch, deadlineMs });
}

function judgeSecrets({ appSecret, verifyToken }: MetaOptions): ProviderFinding[] {
  const findings: ProviderFinding[] = [];
  const secrets = (typeof appSecret === 'string' ? [appSecret] : (appSecret ?? [])).filter((secret) => secret !== '');
  if (secrets.length === 0) {
    findings.push(
      problem(
        'No app secret is set: webhooks answer 503, and no customer can opt in.',
        'Set META_APP_SECRET to "App secret" of the app dashboard, under App settings, Basic.',
      ),
    );
  } else if (secrets.some((secret) => !/^[0-9a-f]{32}$/.test(secret))) {
    findings.push(
      warning(
        'The app secret is not 32 lower-case hex digits, as those of Meta are.',
        'Copy "App secret" again; it is not the access token, the client token or the verify token.',
      ),
    );
  }
  if (!verifyToken) {
    findings.push(
      warning(
        'No verify token is set: Meta cannot confirm the address of the webhook.',
        'Set META_VERIFY_TOKEN to a random text and enter the same at "Configure webhooks" of the app dashboard.',
      ),
    );
  } else if (verifyToken.length < 16) {
    findings.push(warning('The verify token is short enough to be guessed.', 'Use 24 random characters or more.'));
  }
  return findings;
}

function judgeAnswer(result: VendorCallResult, businessNumber: string): ProviderFinding[] {
  if (result.status !== 'answered') {
    const why = result.status === 'lost' ? result.errorCode : 'no connection';
    return [
      problem(`The Graph API did not answer (${why}).`, 'Check that this server reaches the internet, and its DNS.'),
    ];
  }
  const answer = parseGraphAnswer(result.text);
  const code = readErrorCode(answer?.['error']);
  if (code !== null) return [judgeError(code)];
  if (result.httpStatus >= 300 || answer === null) {
    return [
      problem(`The Graph API answered with HTTP ${result.httpStatus}.`, 'Try again; then check META_GRAPH_BASE_URL.'),
    ];
  }
  const name = typeof answer['verified_name'] === 'string' ? answer['verified_name'] : 'a number without a name';
  return [
    ok(`The access token is valid; it sends as ${name}.`),
    judgeNumber(answer['display_phone_number'], businessNumber),
    ...judgeQuality(answer['quality_rating']),
  ];
}

function judgeError(code: number): ProviderFinding {
  switch (failureOfCode(code).action) {
    case 'bad_credentials':
      return problem(
        `Meta refuses the access token (code ${code}).`,
        'Make a token of a system user that does not expire, with whatsapp_business_messaging and whatsapp_business_management, and set META_ACCESS_TOKEN.',
      );
    case 'bug':
      return problem(
        `Meta knows no such phone number id, or the token has no right to it (code ${code}).`,
        'Copy "Phone number ID" (not the number, nor the account id) of WhatsApp, API setup, to META_PHONE_NUMBER_ID, and give the system user that account.',
      );
    case 'pause_channel':
      return problem(
        `Meta has restricted the account (code ${code}).`,
        'Open the account in WhatsApp Manager: it says what to do.',
      );
    default:
      return problem(`Meta refused to describe the number (code ${code}).`, 'Try again in some minutes.');
  }
}

function judgeNumber(displayed: unknown, businessNumber: string): ProviderFinding {
  if (typeof displayed !== 'string') return warning('Meta does not say which number this is.', null);
  if (displayed.replaceAll(/\D/g, '') === businessNumber.replaceAll(/\D/g, '')) {
    return ok('The number at Meta is the number of the organization.');
  }
  return problem(
    `The number at Meta ends in ${displayed.replaceAll(/\D/g, '').slice(-4)}, the organization's in ${businessNumber.slice(-4)}: links lead customers to a number whose messages do not come here.`,
    'Correct META_PHONE_NUMBER_ID, or the WhatsApp number of the organization.',
  );
}

/** `UNKNOWN` and `NA` are numbers that have sent little. */
function judgeQuality(rating: unknown): ProviderFinding[] {
  switch (rating) {
    case 'GREEN':
      return [ok('The quality rating of the number is high.')];
    case 'YELLOW':
      return [
        warning(
          'The quality rating of the number is medium: customers have blocked or reported it.',
          'Look at what was sent in the last seven days, and send less of what nobody asked for.',
        ),
      ];
    case 'RED':
      return [
        problem(
          'The quality rating of the number is low: Meta limits it next.',
          'Stop everything but notices that customers wait for, until the rating has recovered.',
        ),
      ];
    default:
      return [];
  }
}

function judgeWebhook(result: VendorCallResult): ProviderFinding[] {
  const address = readWebhookAddress(result.status === 'answered' ? parseGraphAnswer(result.text) : null);
  if (address === undefined) return [];
  if (address === null) {
    return [
      problem(
        'Meta has no address to post webhooks to.',
        `Run "whatsapp-optin doctor --fix", or enter one that ends in ${WEBHOOK_PATH} at "Configure webhooks".`,
      ),
    ];
  }
  const place = `Meta posts webhooks to ${address}`;
  if (address.endsWith(WEBHOOK_PATH)) return [ok(`${place}.`)];
  return [
    problem(
      `${place}, which is no address of this server.`,
      `Let it end in ${WEBHOOK_PATH}, or run "whatsapp-optin doctor --fix".`,
    ),
  ];
}

function ok(message: string): ProviderFinding {
  return { level: 'ok', message, advice: null };
}

function warning(message: string, advice: string | null): ProviderFinding {
  return { level: 'warning', message, advice };
}

function problem(message: string, advice: string): ProviderFinding {
  return { level: 'problem', message, advice };
}
