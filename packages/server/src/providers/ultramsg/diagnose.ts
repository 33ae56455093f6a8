import { isJsonObject } from '../json-object.js';
import type { VendorCallResult } from '../vendor-call.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { readRefusal } from './errors.js';
import { getFromInstance, readJsonAnswer, type InstanceApiInput } from './instance-api.js';
import { isOn, webhookUrl } from './instance-settings.js';

export interface DiagnoseInput extends InstanceApiInput {
  /** Where this server is reached from outside; with it, the address in UltraMsg's settings is compared. */
  publicUrl?: string | undefined;
}

/** Asks the instance how it is and how it is set. Never shows its webhook's address, in which the secret stands. */
export async function diagnoseUltraMsg(input: DiagnoseInput): Promise<readonly ProviderFinding[]> {
  const status = await getFromInstance(input, '/instance/status');
  const settled = statusFinding(status);
  if (settled.level === 'problem') return [settled];
  const settings = readJsonAnswer(await getFromInstance(input, '/instance/settings'));
  return [settled, ...settingsFindings(settings, input.publicUrl)];
}

function statusFinding(result: VendorCallResult): ProviderFinding {
  if (result.status !== 'answered') {
    return problem('UltraMsg cannot be reached.', 'Check ULTRAMSG_BASE_URL, and that this server may call out.');
  }
  if (result.httpStatus === 404) {
    return problem(
      'UltraMsg knows no such instance.',
      'Copy the Instance ID again from its page into ULTRAMSG_INSTANCE_ID.',
    );
  }
  const answer = readJsonAnswer(result);
  const error = isJsonObject(answer) ? answer['error'] : undefined;
  if (error !== undefined) return refusalFinding(typeof error === 'string' ? error : JSON.stringify(error));
  const word = accountStatus(answer);
  if (word === 'authenticated') return ok('The instance is connected to WhatsApp.');
  if (word === null) {
    return warning(
      `UltraMsg's answer about the instance cannot be read (HTTP ${result.httpStatus}).`,
      'Look at the instance in the UltraMsg panel.',
    );
  }
  return problem(
    `The instance is not connected to WhatsApp ("${word}").`,
    'Open the instance in the UltraMsg panel and scan its QR code with the phone of the business.',
  );
}

function refusalFinding(sentence: string): ProviderFinding {
  switch (readRefusal(sentence, null)?.errorCode) {
    case 'wrong_token':
      return problem('UltraMsg refuses the token.', 'Copy it again from the page of the instance into ULTRAMSG_TOKEN.');
    case 'instance_not_found':
      return problem('UltraMsg knows no such instance.', 'Check ULTRAMSG_INSTANCE_ID.');
    case 'instance_stopped':
      return problem('UltraMsg has stopped the instance.', 'Renew it in the UltraMsg panel.');
    default:
      return problem(
        'UltraMsg does not report the status of the instance.',
        'Look at the instance in the UltraMsg panel.',
      );
  }
}

/** `{ status: { accountStatus: { status } } }`; a word of letters, or `null`. */
function accountStatus(answer: unknown): string | null {
  const status = isJsonObject(answer) ? answer['status'] : undefined;
  const account = isJsonObject(status) ? status['accountStatus'] : undefined;
  const word = isJsonObject(account) ? account['status'] : undefined;
  return typeof word === 'string' && /^[a-z_-]{1,32}$/i.test(word) ? word.toLowerCase() : null;
}

function settingsFindings(settings: unknown, publicUrl: string | undefined): ProviderFinding[] {
  if (!isJsonObject(settings) || !('webhook_url' in settings)) {
    return [warning('The settings of the instance cannot be read.', 'Compare them with docs/providers.md by hand.')];
  }
  const findings: ProviderFinding[] = [];
  const url = settings['webhook_url'];
  const expected = publicUrl && webhookUrl(publicUrl);
  if (typeof url !== 'string' || url === '') {
    findings.push(
      problem(
        'The instance has no webhook.',
        'Run "whatsapp-optin doctor --fix", or set its Webhook URL as docs/providers.md shows.',
      ),
    );
  } else if (expected && url.split('?')[0] !== expected) {
    findings.push(
      problem(
        'The webhook of the instance leads elsewhere.',
        `Run "whatsapp-optin doctor --fix", or set it to ${expected}?token=…`,
      ),
    );
  }
  if (!isOn(settings['webhook_message_received'])) {
    findings.push(
      problem('"Webhook on received" is off: no message arrives.', 'Switch it on in the instance settings.'),
    );
  }
  if (!isOn(settings['webhook_message_ack'])) {
    findings.push(
      warning(
        '"Webhook on ack" is off: whether a message was delivered is never known.',
        'Switch it on in the instance settings.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('The webhook of the instance is set.')];
}

function ok(message: string): ProviderFinding {
  return { level: 'ok', message, advice: null };
}

function warning(message: string, advice: string): ProviderFinding {
  return { level: 'warning', message, advice };
}

function problem(message: string, advice: string): ProviderFinding {
  return { level: 'problem', message, advice };
}
