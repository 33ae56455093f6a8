import type { MessageStyle } from '@whatsapp-optin/sdk/contract';
import type { Log, LogLevel } from './log.js';
import type { PolicyOverrides } from './notifications/policy.js';
import type { HostPushSender } from './providers/push-sender.js';

/** Options of `createWhatsAppOptIn`. Durations carry their unit; what has a default may be left out. */
export interface WhatsAppOptInOptions {
  /** A `postgres://` URL, or a folder for the embedded database. @default './.whatsapp-optin' */
  database?: string | undefined;
  /** @default 'whatsapp_optin' */
  schema?: string | undefined;
  organization?: OrganizationOptions | undefined;
  organizations?: readonly OrganizationOptions[] | undefined;
  /** For `organization`; with several, each has its own. */
  providers?: ProvidersOptions | undefined;
  /** The host's own sender, or settings of the built-in web push. */
  push?: HostPushSender | WebPushOptions | undefined;
  sms?: SmsOptions | undefined;
  /**
   * By type of notification: how long it is worth sending, and when a tier counts as having reached the customer. What is
   * left out stays as it is: a push of `your_turn` and `critical` must be displayed within 20 seconds, all else counts
   * once it is accepted.
   */
  delivery?: PolicyOverrides | undefined;
  /** Where this server is reached from outside, base path included: short links, webhooks. @default 'http://localhost:4000' */
  publicUrl?: string | undefined;
  /** @default '' */
  basePath?: string | undefined;
  allowedOrigins?: readonly string[] | undefined;
  trustedProxies?: readonly string[] | undefined;
  /** 1 to 24. @default 24 */
  sessionDurationHours?: number | undefined;
  /** Sending stops this long before the true end. @default 120 */
  sessionMarginSeconds?: number | undefined;
  /** A renewal notice goes out so long before a session ends. @default 45 */
  renewalLeadMinutes?: number | undefined;
  /** @default 60 */
  optInLifetimeMinutes?: number | undefined;
  /**
   * Words that stop and start messages, besides those of the twelve languages, which always count. Each is a whole message,
   * whatever its case and punctuation.
   */
  keywords?: { stop?: readonly string[] | undefined; start?: readonly string[] | undefined } | undefined;
  /** @default 90 */
  messageRetentionDays?: number | undefined;
  logLevel?: LogLevel | undefined;
  /** Replaces the built-in log. */
  log?: Log | undefined;
}

export interface OrganizationOptions {
  /** @default 'default' */
  id?: string | undefined;
  name: string;
  /** E.164 or a form of it. Setting it enables WhatsApp. */
  whatsappNumber?: string | undefined;
  messageStyle?: MessageStyle | undefined;
  /** @default 'en' */
  defaultLocale?: string | undefined;
  /** @default 'UTC' */
  timeZone?: string | undefined;
  /** `sk_…`; at least 24 random characters are advised. */
  secretKey: string;
  /** `pk_…` */
  publishableKey?: string | undefined;
  /** `ak_…` */
  adminKey?: string | undefined;
  providers?: ProvidersOptions | undefined;
}

/** At most one carries WhatsApp for an organization: `ultramsg`, `meta` or `twilio`. */
export interface ProvidersOptions {
  ultramsg?: UltraMsgOptions | undefined;
  meta?: MetaOptions | undefined;
  twilio?: TwilioWhatsAppOptions | undefined;
}

export interface MetaOptions {
  phoneNumberId: string;
  accessToken: string;
  /** Signs the webhooks. Without it they answer 503. During a rotation: the new one, then the old one. */
  appSecret?: string | readonly string[] | undefined;
  /** For the GET handshake. Without it the handshake answers 503. */
  verifyToken?: string | undefined;
  /** @default 'v26.0' */
  graphVersion?: string | undefined;
  /** @default 'https://graph.facebook.com' */
  graphBaseUrl?: string | undefined;
}

export interface TwilioWhatsAppOptions {
  accountSid: string;
  /** Signs the webhooks too. During a rotation: the new one, then the old one. */
  authToken: string | readonly string[];
  /** E.164 of the WhatsApp sender, or `whatsapp:+…`. */
  whatsappFrom: string;
  /** @default 'https://api.twilio.com' */
  baseUrl?: string | undefined;
}

export interface UltraMsgOptions {
  /** `1150` or `instance1150`. */
  instanceId: string;
  token: string;
  /** @default 'https://api.ultramsg.com' */
  baseUrl?: string | undefined;
  /** The secret in the webhook's URL. Without it the webhook answers 503. During a rotation: the new one, then the old one. */
  webhookToken?: string | readonly string[] | undefined;
  /** @default true */
  webhookEnabled?: boolean | undefined;
  /**
   * Its webhooks are not signed: ask its API for each message before it opens a session.
   * @default true; false where `baseUrl` names another host than UltraMsg's, a stand-in, which may keep no messages
   */
  verifyInbound?: boolean | undefined;
}

export interface SmsOptions {
  /** @default false */
  enabled?: boolean | undefined;
  /** @default 'twilio' */
  provider?: 'twilio' | 'sns' | undefined;
  /** Region of Amazon SNS, `eu-west-1`; the credentials are found as AWS's own SDK finds them. */
  awsRegion?: string | undefined;
  /** For a stand-in. @default Amazon's, by region */
  snsEndpoint?: string | undefined;
  accountSid?: string | undefined;
  /** Signs Twilio's webhooks too. During a rotation: the new one, then the old one. */
  authToken?: string | readonly string[] | undefined;
  /** For SNS optional: a name of 1 to 11 letters and digits, or a number of the account. */
  fromNumber?: string | undefined;
  /** @default 'https://api.twilio.com' */
  baseUrl?: string | undefined;
  /** Tier 3. @default true */
  fallbackEnabled?: boolean | undefined;
  /** `your_turn` and `critical` alone. @default true */
  criticalOnly?: boolean | undefined;
  /** ISO 3166 codes, `['SA']`. Empty: no country, so no SMS. @default the country of the WhatsApp number */
  allowedCountries?: readonly string[] | undefined;
  /** What one segment costs, in cents of the vendor's currency: an estimate until the vendor tells the price. */
  centsPerSegment?: number | undefined;
  /** Messages a day and organization. @default 100 */
  dailyLimit?: number | undefined;
}

export interface WebPushOptions {
  /** Made and kept in the database where absent. */
  vapidPublicKey?: string | undefined;
  vapidPrivateKey?: string | undefined;
  /** `mailto:` or `https:`; Apple refuses localhost. @default `publicUrl`, where it is https */
  vapidSubject?: string | undefined;
  /** Added to the built-in list of push services; `localhost:port` for development. */
  allowedHosts?: readonly string[] | undefined;
}
