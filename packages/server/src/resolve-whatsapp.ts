import type { OptionChecks } from './option-checks.js';
import type { MetaOptions, ProvidersOptions, TwilioWhatsAppOptions, UltraMsgOptions } from './options.js';
import { resolvePhone } from './resolve-phone.js';
import type { ResolvedMeta, ResolvedTwilioWhatsApp, ResolvedUltraMsg, ResolvedWhatsApp } from './resolved-options.js';

const DEFAULTS = Object.freeze({
  ultramsgBaseUrl: 'https://api.ultramsg.com',
  graphBaseUrl: 'https://graph.facebook.com',
  graphVersion: 'v26.0',
  twilioBaseUrl: 'https://api.twilio.com',
});

/** The one vendor that carries WhatsApp for an organization. `path` is `providers` or `organizations[0].providers`. */
export function resolveWhatsApp(
  checks: OptionChecks,
  path: string,
  providers: ProvidersOptions,
  businessNumber: string | null,
): ResolvedWhatsApp | null {
  const { ultramsg, meta, twilio } = providers;
  const chosen = Object.entries({ ultramsg, meta, twilio }).flatMap(([name, options]) => (options ? name : []));
  if (chosen.length > 1) {
    checks.wrong(path, `names ${chosen.join(' and ')}: one vendor carries the WhatsApp messages of an organization.`);
  }
  if (ultramsg) return resolveUltraMsg(checks, `${path}.ultramsg`, ultramsg);
  if (meta) return resolveMeta(checks, `${path}.meta`, meta);
  if (twilio) return resolveTwilio(checks, `${path}.twilio`, twilio, businessNumber);
  return null;
}

function resolveUltraMsg(checks: OptionChecks, path: string, options: UltraMsgOptions): ResolvedUltraMsg {
  const at = (name: string) => `${path}.${name}`;
  const instance = checks.required(
    at('instanceId'),
    options.instanceId,
    'the instance id that UltraMsg shows, such as "instance1150".',
  );
  if (/[^\w-]/.test(instance)) checks.wrong(at('instanceId'), 'must be an instance id such as "instance1150".');
  const baseUrl = checks.url(at('baseUrl'), options.baseUrl, DEFAULTS.ultramsgBaseUrl);
  return {
    kind: 'ultramsg',
    instanceId: instance,
    token: checks.required(at('token'), options.token, 'the token that UltraMsg shows beside the instance.'),
    baseUrl,
    webhookToken: checks.secrets(at('webhookToken'), options.webhookToken),
    webhookEnabled: checks.flag(at('webhookEnabled'), options.webhookEnabled, true),
    verifyInbound: checks.flag(at('verifyInbound'), options.verifyInbound, isUltraMsgItself(baseUrl)),
  };
}

/** A stand-in may keep no messages to read back, and then no customer could ever opt in. */
function isUltraMsgItself(baseUrl: string): boolean {
  return /(^|\.)ultramsg\.com$/i.test(new URL(baseUrl).hostname);
}

function resolveMeta(checks: OptionChecks, path: string, options: MetaOptions): ResolvedMeta {
  const at = (name: string) => `${path}.${name}`;
  const phoneNumberId = checks.required(
    at('phoneNumberId'),
    options.phoneNumberId,
    'the "Phone number ID" of WhatsApp, API setup, in the app dashboard.',
  );
  if (/[^\w-]/.test(phoneNumberId)) {
    checks.wrong(at('phoneNumberId'), 'must be a "Phone number ID", which is not the phone number itself.');
  } else if (/\D/.test(phoneNumberId)) checks.warn(at('phoneNumberId'), 'is not made of digits, as those of Meta are.');
  const graphVersion = checks.text(at('graphVersion'), options.graphVersion) ?? DEFAULTS.graphVersion;
  if (!/^v\d{1,3}(\.\d{1,2})?$/.test(graphVersion)) {
    checks.wrong(at('graphVersion'), `must be a version such as "${DEFAULTS.graphVersion}".`);
  }
  return {
    kind: 'meta',
    phoneNumberId,
    accessToken: checks.required(at('accessToken'), options.accessToken, 'the token of a system user of the app.'),
    appSecret: checks.secrets(at('appSecret'), options.appSecret),
    verifyToken: checks.text(at('verifyToken'), options.verifyToken) ?? undefined,
    graphVersion,
    graphBaseUrl: checks.url(at('graphBaseUrl'), options.graphBaseUrl, DEFAULTS.graphBaseUrl),
  };
}

function resolveTwilio(
  checks: OptionChecks,
  path: string,
  options: TwilioWhatsAppOptions,
  businessNumber: string | null,
): ResolvedTwilioWhatsApp {
  const at = (name: string) => `${path}.${name}`;
  const given = checks.required(
    at('whatsappFrom'),
    options.whatsappFrom,
    'the WhatsApp sender of the Twilio account, such as "+966500000000".',
  );
  const whatsappFrom = resolvePhone(checks, at('whatsappFrom'), given.replace(/^whatsapp:/i, '')) ?? '';
  if (whatsappFrom !== '' && businessNumber !== null && whatsappFrom !== businessNumber) {
    checks.warn(
      at('whatsappFrom'),
      "is another number than the organization's: messages to that one do not come here.",
    );
  }
  return {
    kind: 'twilio',
    accountSid: checks.required(at('accountSid'), options.accountSid, 'the SID of the Twilio account.'),
    authToken: checks.requiredSecrets(at('authToken'), options.authToken, 'the auth token of the Twilio account.'),
    whatsappFrom,
    baseUrl: checks.url(at('baseUrl'), options.baseUrl, DEFAULTS.twilioBaseUrl),
  };
}
