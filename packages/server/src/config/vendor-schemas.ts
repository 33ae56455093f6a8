import { DEFAULT_GRAPH_BASE_URL, DEFAULT_GRAPH_VERSION } from '../providers/meta/graph.js';
import { TWILIO_BASE_URL } from '../providers/twilio/base-url.js';
import { ULTRAMSG_BASE_URL } from '../providers/ultramsg/instance-id.js';
import { always, FIELDS, flag, group, requiredSecrets, requiredText, secrets, text, whole } from './fields.js';
import { messagesPerSecond } from './messages-per-second.js';
import { ADDRESS, atLeast, matching, PHONE } from './readers.js';

const ultramsg = group('UltraMsgOptions', 'UltraMsg', {
  instanceId: requiredText({
    env: 'ULTRAMSG_INSTANCE_ID',
    help: 'The instance: `1150` or `instance1150`.',
    missing: 'the instance id that UltraMsg shows, such as "instance1150"',
    read: matching(/^[\w-]+$/),
    must: 'must be an instance id such as "instance1150"',
  }),
  token: requiredText({
    env: 'ULTRAMSG_TOKEN',
    help: 'The token of the instance.',
    missing: 'the token that UltraMsg shows beside the instance',
    secret: true,
  }),
  baseUrl: text({
    default: ULTRAMSG_BASE_URL,
    env: 'ULTRAMSG_BASE_URL',
    help: "UltraMsg's API, or a stand-in.",
    ...ADDRESS,
  }),
  webhookToken: secrets({
    env: 'ULTRAMSG_WEBHOOK_TOKEN',
    help: "The secret in the webhook's address, of at least 16 characters. Without it the webhook answers 503. During a rotation: the new one, then the old one.",
    ...atLeast(16),
  }),
  webhookEnabled: flag({ default: true, env: 'ULTRAMSG_WEBHOOK_ENABLED', help: 'Whether the webhook takes messages.' }),
  verifyInbound: flag({
    env: 'ULTRAMSG_VERIFY_INBOUND',
    help: 'Webhooks of UltraMsg are not signed: ask its API for each message before it opens a session.',
    defaultText: "true; false where `baseUrl` is not UltraMsg's, because a stand-in may keep no messages",
  }),
  messagesPerSecond: messagesPerSecond('ULTRAMSG', 'ultramsg', 'this number'),
}).transform((options) => ({
  kind: 'ultramsg' as const,
  ...options,
  verifyInbound: options.verifyInbound ?? /(^|\.)ultramsg\.com$/i.test(new URL(options.baseUrl).hostname),
}));

const meta = group('MetaOptions', 'Meta Cloud API', {
  phoneNumberId: requiredText({
    env: 'META_PHONE_NUMBER_ID',
    help: 'The "Phone number ID", which is not the phone number.',
    missing: 'the "Phone number ID" of WhatsApp, API setup, in the app dashboard',
    read: matching(/^[\w-]+$/),
    must: 'must be a "Phone number ID", which is not the phone number itself',
  }),
  accessToken: requiredText({
    env: 'META_ACCESS_TOKEN',
    help: 'The token of a system user of the app.',
    missing: 'the token of a system user of the app',
    secret: true,
  }),
  appSecret: secrets({
    env: 'META_APP_SECRET',
    help: 'Signs the webhooks. Without it they answer 503. During a rotation: the new one, then the old one.',
  }),
  verifyToken: text({
    env: 'META_VERIFY_TOKEN',
    help: 'For the GET handshake. Without it the handshake answers 503.',
    secret: true,
  }),
  graphVersion: text({
    env: 'META_GRAPH_VERSION',
    help: 'Version of the Graph API.',
    read: matching(/^v\d{1,3}(\.\d{1,2})?$/),
    must: `must be a version such as "${DEFAULT_GRAPH_VERSION}"`,
    isQuoted: true,
    default: DEFAULT_GRAPH_VERSION,
  }),
  graphBaseUrl: text({
    env: 'META_GRAPH_BASE_URL',
    help: 'The Graph API, or a stand-in.',
    ...ADDRESS,
    default: DEFAULT_GRAPH_BASE_URL,
  }),
  messagesPerSecond: messagesPerSecond(
    'META',
    'meta',
    'this number',
    'Meta raises busy numbers to 1000 by itself; a number that the WhatsApp Business app uses too has 20.',
  ),
}).transform((options) => ({ kind: 'meta' as const, ...options }));

const twilio = group('TwilioWhatsAppOptions', 'Twilio WhatsApp', {
  whatsappFrom: requiredText({
    env: 'TWILIO_WHATSAPP_FROM',
    help: 'The WhatsApp sender, E.164 or `whatsapp:+…`.',
    missing: 'the WhatsApp sender of the Twilio account, such as "+966500000000"',
    read: (given) => PHONE.read(given.replace(/^whatsapp:/i, '')),
    must: PHONE.must,
  }),
  accountSid: requiredText({
    env: 'TWILIO_ACCOUNT_SID',
    help: 'The SID of the Twilio account.',
    missing: 'the SID of the Twilio account',
  }),
  authToken: requiredSecrets({
    env: 'TWILIO_AUTH_TOKEN',
    help: 'The auth token of the account, which signs the webhooks too. During a rotation: the new one, then the old one.',
    missing: 'the auth token of the Twilio account',
  }),
  baseUrl: text({ default: TWILIO_BASE_URL, env: 'TWILIO_BASE_URL', help: "Twilio's API, or a stand-in.", ...ADDRESS }),
  messagesPerSecond: messagesPerSecond('TWILIO', 'twilio', 'this sender', 'Twilio shows the rate of each sender.'),
}).transform((options) => ({ kind: 'twilio' as const, ...options }));

/** The vendor that carries WhatsApp. A further vendor costs its schema and a line. */
export const providers = group('ProvidersOptions', 'WhatsApp', {
  ultramsg: ultramsg.optional().register(FIELDS, whole('UltraMsgOptions', 'UltraMsg, which drives WhatsApp Web.')),
  meta: meta.optional().register(FIELDS, whole('MetaOptions', "Meta's own Cloud API.")),
  twilio: twilio.optional().register(FIELDS, whole('TwilioWhatsAppOptions', 'WhatsApp through Twilio.')),
}).superRefine((given, context) => {
  const chosen = Object.keys(given).filter((name) => given[name as keyof typeof given] !== undefined);
  if (chosen.length > 1) {
    context.addIssue(`names ${chosen.join(' and ')}: one vendor carries the WhatsApp messages of an organization`);
  }
}, always);
