// Written by `npm run options` from the schema: change packages/server/src/config/options-schema.ts and its neighbours.
import type { MessageStyle } from '@whatsapp-optin/sdk/contract';
import type { Log, LogLevel } from '../log.js';
import type { PolicyOverrides } from '../notifications/policy.js';
import type { HostPushSender } from '../providers/push-sender.js';

/** Options of `createWhatsAppOptIn`. Durations carry their unit; what has a default may be left out. */
export interface WhatsAppOptInOptions {
  /** A `postgres://` URL, or a folder for the embedded database. @default './.whatsapp-optin' */
  database?: string | undefined;
  /** PostgreSQL itself, where `DATABASE_URL` is a pooler in transaction mode: to listen and to migrate. */
  databaseDirectUrl?: string | undefined;
  /**
   * A read replica of `DATABASE_URL`: staff's lists and reports are read there. While it fails, they come from
   * `DATABASE_URL`.
   */
  databaseReplicaUrl?: string | undefined;
  /**
   * A file outside of the database to which each STOP, START and erasure is appended. After a restore nothing is
   * sent until `whatsapp-optin restore-check` has repeated them.
   */
  suppressionJournal?: string | undefined;
  /** The schema of our tables. @default 'whatsapp_optin' */
  schema?: string | undefined;
  /**
   * Connections of this process to PostgreSQL at most; one more listens. As many to the replica, where one is set.
   * A request waits up to 2 seconds for one. 1 to 1000 connections.
   * @default 16
   */
  databasePoolSize?: number | undefined;
  /**
   * How long a start waits for a database that cannot be reached, or lets nobody in yet. 0: not at all. 0 to 3600
   * seconds.
   * @default 60
   */
  databaseWaitSeconds?: number | undefined;
  /** The business, where there is one. */
  organization?: OrganizationOptions | undefined;
  /** Several businesses, each with its own `providers`. */
  organizations?: readonly OrganizationOptions[] | undefined;
  /** The vendor of `organization`. With several, each has its own. */
  providers?: ProvidersOptions | undefined;
  /** The host's own push sender, or settings of the built-in web push. */
  push?: HostPushSender | WebPushOptions | undefined;
  /** SMS, the last tier. */
  sms?: SmsOptions | undefined;
  /**
   * Where this server is reached from outside, base path included: short links, webhooks.
   * @default http://localhost:4000 and the base path; for `serve` with its port
   */
  publicUrl?: string | undefined;
  /** Path that every address of this server begins with, such as `/whatsapp`. */
  basePath?: string | undefined;
  /** Origins whose pages may create opt-ins with the publishable key. */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Hosts that events may go to although their address is not public; `localhost:3000` for development, also
   * without https.
   */
  webhookAllowedHosts?: readonly string[] | undefined;
  /** Proxies in front of this server: one number of them, or their addresses and ranges. */
  trustedProxies?: readonly string[] | undefined;
  /** How long a session lasts from the last inbound message. 1 to 24 hours. @default 24 */
  sessionDurationHours?: number | undefined;
  /** Sending stops this long before the true end of a session. 0 to 3600 seconds. @default 120 */
  sessionMarginSeconds?: number | undefined;
  /** A renewal notice is sent this long before a session ends. 1 to 1440 minutes. @default 45 */
  renewalLeadMinutes?: number | undefined;
  /** How long an opt-in code can be used. 1 to 1440 minutes. @default 60 */
  optInLifetimeMinutes?: number | undefined;
  /** Words that stop and start messages, besides those of the twelve languages. */
  keywords?: KeywordOptions | undefined;
  /**
   * By type of notification: how long it is worth sending, and when a tier counts as having reached the customer.
   * What is left out stays: a push of `your_turn` and `critical` must be displayed within 20 seconds, all else
   * counts once it is accepted.
   */
  delivery?: PolicyOverrides | undefined;
  /** How long the texts of messages are kept. 1 to 3650 days. @default 90 */
  messageRetentionDays?: number | undefined;
  /**
   * How long notifications are kept with their attempts and what proves them: sessions, tickets, keys of messages.
   * Their daily counts stay. 4 to 3650 days.
   * @default 1460
   */
  notificationRetentionDays?: number | undefined;
  /** What is logged. @default 'info' */
  logLevel?: LogLevel | undefined;
  /** Replaces the built-in log. */
  log?: Log | undefined;
}

/** The business, where there is one. */
export interface OrganizationOptions {
  /** Its id in paths, tokens and the database. @default 'default' */
  id?: string | undefined;
  /** The name that customers know the business by. */
  name: string;
  /** The WhatsApp number of the business, with its country code. Setting it enables WhatsApp. */
  whatsappNumber?: string | undefined;
  /** Style of the pre-written message. @default 'branded' */
  messageStyle?: MessageStyle | undefined;
  /** Language of customers whose own is not known, as a BCP 47 tag. @default 'en' */
  defaultLocale?: string | undefined;
  /** IANA time zone of the times in messages to customers, and of the days that are counted. @default 'UTC' */
  timeZone?: string | undefined;
  /**
   * Key of your own servers, `sk_…`, of at least 32 characters. It also seals secrets in the database. During a
   * rotation: the new one, then the old one.
   */
  secretKey: string | readonly string[];
  /** Key of pages, `pk_…`, which may be seen by everybody. */
  publishableKey?: string | undefined;
  /** Key of a manager for the dashboard and its API, `ak_…`, of at least 24 characters. */
  adminKey?: string | undefined;
  /** The vendor of this organization. */
  providers?: ProvidersOptions | undefined;
}

/** The vendor of this organization. */
export interface ProvidersOptions {
  /** UltraMsg, which drives WhatsApp Web. */
  ultramsg?: UltraMsgOptions | undefined;
  /** Meta's own Cloud API. */
  meta?: MetaOptions | undefined;
  /** WhatsApp through Twilio. */
  twilio?: TwilioWhatsAppOptions | undefined;
}

/** UltraMsg, which drives WhatsApp Web. */
export interface UltraMsgOptions {
  /** The instance: `1150` or `instance1150`. */
  instanceId: string;
  /** The token of the instance. */
  token: string;
  /** UltraMsg's API, or a stand-in. @default 'https://api.ultramsg.com' */
  baseUrl?: string | undefined;
  /**
   * The secret in the webhook's address, of at least 16 characters. Without it the webhook answers 503. During a
   * rotation: the new one, then the old one.
   */
  webhookToken?: string | readonly string[] | undefined;
  /** Whether the webhook takes messages. @default true */
  webhookEnabled?: boolean | undefined;
  /**
   * Webhooks of UltraMsg are not signed: ask its API for each message before it opens a session.
   * @default true; false where `baseUrl` is not UltraMsg's, because a stand-in may keep no messages
   */
  verifyInbound?: boolean | undefined;
  /**
   * Most messages that this number sends in a second. A vendor's "too fast" halves it for a while. 1 to 1000
   * messages.
   * @default 80
   */
  messagesPerSecond?: number | undefined;
}

/** Meta's own Cloud API. */
export interface MetaOptions {
  /** The "Phone number ID", which is not the phone number. */
  phoneNumberId: string;
  /** The token of a system user of the app. */
  accessToken: string;
  /** Signs the webhooks. Without it they answer 503. During a rotation: the new one, then the old one. */
  appSecret?: string | readonly string[] | undefined;
  /** For the GET handshake. Without it the handshake answers 503. */
  verifyToken?: string | undefined;
  /** Version of the Graph API. @default 'v26.0' */
  graphVersion?: string | undefined;
  /** The Graph API, or a stand-in. @default 'https://graph.facebook.com' */
  graphBaseUrl?: string | undefined;
  /**
   * Most messages that this number sends in a second. A vendor's "too fast" halves it for a while. Meta raises
   * busy numbers to 1000 by itself; a number that the WhatsApp Business app uses too has 20. 1 to 1000 messages.
   * @default 80
   */
  messagesPerSecond?: number | undefined;
}

/** WhatsApp through Twilio. */
export interface TwilioWhatsAppOptions {
  /** The WhatsApp sender, E.164 or `whatsapp:+…`. */
  whatsappFrom: string;
  /** The SID of the Twilio account. */
  accountSid: string;
  /** The auth token of the account, which signs the webhooks too. During a rotation: the new one, then the old one. */
  authToken: string | readonly string[];
  /** Twilio's API, or a stand-in. @default 'https://api.twilio.com' */
  baseUrl?: string | undefined;
  /**
   * Most messages that this sender sends in a second. A vendor's "too fast" halves it for a while. Twilio shows
   * the rate of each sender. 1 to 1000 messages.
   * @default 80
   */
  messagesPerSecond?: number | undefined;
}

/** The host's own push sender, or settings of the built-in web push. */
export interface WebPushOptions {
  /** Public VAPID key. @default made, and kept in the database */
  vapidPublicKey?: string | undefined;
  /** Private VAPID key. @default made, and kept in the database */
  vapidPrivateKey?: string | undefined;
  /**
   * Contact for push services, `mailto:` or `https:`. Apple refuses one on localhost.
   * @default `publicUrl`, where it is https
   */
  vapidSubject?: string | undefined;
  /** Hosts of push services besides the built-in ones; `localhost:4001` for development. */
  allowedHosts?: readonly string[] | undefined;
}

/** SMS, the last tier. */
export interface SmsOptions {
  /** Whether any SMS is sent. @default false */
  enabled?: boolean | undefined;
  /** The vendor that carries SMS. @default 'twilio' */
  provider?: 'twilio' | 'sns' | undefined;
  /** The SID of the Twilio account for SMS. */
  accountSid?: string | undefined;
  /** Its auth token, which signs the webhooks too. During a rotation: the new one, then the old one. */
  authToken?: string | readonly string[] | undefined;
  /**
   * The number that SMS are sent from. For SNS optional: a name of 1 to 11 letters and digits, or a number of the
   * account.
   */
  fromNumber?: string | undefined;
  /** Twilio's API, or a stand-in. @default 'https://api.twilio.com' */
  baseUrl?: string | undefined;
  /** Region of Amazon SNS, `eu-west-1`. The credentials are found as AWS's own SDK finds them. */
  awsRegion?: string | undefined;
  /** A stand-in for Amazon SNS. @default Amazon's, by region */
  snsEndpoint?: string | undefined;
  /** Whether SMS is the third tier. @default true */
  fallbackEnabled?: boolean | undefined;
  /**
   * What an SMS must rest on. `declared`: your server gave the phone. `proven`: its owner has written to you; the
   * database refuses the rest.
   * @default 'declared'
   */
  basis?: 'declared' | 'proven' | undefined;
  /** Send `your_turn` and `critical` alone. @default true */
  criticalOnly?: boolean | undefined;
  /**
   * ISO 3166 codes of the countries that SMS may go to, such as `SA`. An empty list allows none.
   * @default the country of the WhatsApp number
   */
  allowedCountries?: readonly string[] | undefined;
  /** Most SMS of one organization in a day. 0 to 1000000 messages. @default 100 */
  dailyLimit?: number | undefined;
  /**
   * Most messages that the SMS account sends in a second. A vendor's "too fast" halves it for a while. 1 to 1000
   * messages.
   * @default 80
   */
  messagesPerSecond?: number | undefined;
  /**
   * What one segment costs, in cents of the vendor's currency: an estimate until the vendor reports the price. 0
   * to 1000 cents.
   */
  centsPerSegment?: number | undefined;
}

/** Words that stop and start messages, besides those of the twelve languages. */
export interface KeywordOptions {
  /**
   * Words that stop messages, besides those of the twelve languages. Each is a whole message, whatever its case
   * and punctuation.
   */
  stop?: readonly string[] | undefined;
  /** Words that start messages again, likewise. */
  start?: readonly string[] | undefined;
}
