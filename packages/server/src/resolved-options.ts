import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import type { Log, LogLevel } from './log.js';
import type { NotificationPolicy } from './notifications/policy.js';
import type { NewOrganization } from './organizations/organization.js';
import type { HostPushSender } from './providers/push-sender.js';

/** The options with every default filled in and every value checked. */
export interface ResolvedOptions {
  /** A `postgres://` URL, or a folder. */
  database: string;
  schema: string;
  organizations: readonly ResolvedOrganization[];
  push: HostPushSender | ResolvedWebPush;
  sms: ResolvedSms;
  delivery: Record<NotificationType, NotificationPolicy>;
  /** Without a slash at the end; base path included. */
  publicUrl: string;
  /** `/whatsapp`, or empty. */
  basePath: string;
  allowedOrigins: readonly string[];
  trustedProxies: readonly string[];
  sessionDurationHours: number;
  sessionMarginSeconds: number;
  optInLifetimeMinutes: number;
  renewalLeadMinutes: number;
  /** Words of the operator's own, as they were written. */
  keywords: { stop: readonly string[]; start: readonly string[] };
  messageRetentionDays: number;
  logLevel: LogLevel;
  /** `null`: the built-in log. */
  log: Log | null;
  /** What works but ought to be mended; told once at start. Names options, never values. */
  warnings: readonly string[];
}

export interface ResolvedOrganization {
  /** The row to make where it is missing. */
  organization: NewOrganization;
  secretKey: string;
  publishableKey: string | null;
  adminKey: string | null;
  /** The vendor that carries WhatsApp; `null`: none. */
  whatsapp: ResolvedWhatsApp | null;
}

export type ResolvedWhatsApp = ResolvedUltraMsg | ResolvedMeta | ResolvedTwilioWhatsApp;

/** Secrets are lists: the one in use, then those that still hold during a rotation. Addresses have no slash at the end. */
export interface ResolvedUltraMsg {
  kind: 'ultramsg';
  /** `1150` or `instance1150`. */
  instanceId: string;
  token: string;
  baseUrl: string;
  /** Empty: the webhook answers 503. */
  webhookToken: readonly string[];
  webhookEnabled: boolean;
  verifyInbound: boolean;
}

export interface ResolvedMeta {
  kind: 'meta';
  phoneNumberId: string;
  accessToken: string;
  /** Empty: the webhook answers 503. */
  appSecret: readonly string[];
  /** `undefined`: the handshake answers 503. */
  verifyToken: string | undefined;
  graphVersion: string;
  graphBaseUrl: string;
}

export interface ResolvedTwilioWhatsApp {
  kind: 'twilio';
  accountSid: string;
  authToken: readonly string[];
  /** E.164 */
  whatsappFrom: string;
  baseUrl: string;
}

/** `account` is `null` only while SMS is off. */
export interface ResolvedSms {
  enabled: boolean;
  account: ResolvedSmsAccount | null;
  fallbackEnabled: boolean;
  criticalOnly: boolean;
  /** ISO 3166, upper case. */
  allowedCountries: readonly string[];
  dailyLimit: number;
  /** `null`: unknown until the vendor tells. */
  centsPerSegment: number | null;
}

export type ResolvedSmsAccount =
  | { kind: 'twilio'; accountSid: string; authToken: readonly string[]; fromNumber: string; baseUrl: string }
  | {
      kind: 'sns';
      region: string;
      /** `undefined`: Amazon's own. */
      endpoint: string | undefined;
      /** `undefined`: Amazon chooses. */
      senderId: string | undefined;
    };

export interface ResolvedWebPush {
  /** `null`: made and kept in the database. */
  vapidKeys: { publicKey: string; privateKey: string } | null;
  /** `mailto:` or `https:` */
  vapidSubject: string;
  allowedHosts: readonly string[];
}
