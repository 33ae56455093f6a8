import type { Log, LogLevel } from './log.js';
import type { Organization } from './organizations/organization.js';
import type { HostPushSender } from './providers/push-sender.js';

/** The options with every default filled in and every value checked. */
export interface ResolvedOptions {
  /** A `postgres://` URL, or a folder. */
  database: string;
  schema: string;
  organizations: readonly ResolvedOrganization[];
  push: HostPushSender | ResolvedWebPush;
  sms: ResolvedSms;
  /** Without a slash at the end; base path included. */
  publicUrl: string;
  /** `/whatsapp`, or empty. */
  basePath: string;
  allowedOrigins: readonly string[];
  trustedProxies: readonly string[];
  sessionDurationHours: number;
  sessionMarginSeconds: number;
  optInLifetimeMinutes: number;
  messageRetentionDays: number;
  logLevel: LogLevel;
  /** `null`: the built-in log. */
  log: Log | null;
  /** What works but ought to be mended; told once at start. Names options, never values. */
  warnings: readonly string[];
}

export interface ResolvedOrganization {
  /** The row to make where it is missing. */
  organization: Organization;
  secretKey: string;
  publishableKey: string | null;
  adminKey: string | null;
  ultramsg: ResolvedUltraMsg | null;
}

export interface ResolvedUltraMsg {
  /** `1150` or `instance1150`. */
  instanceId: string;
  token: string;
  /** Without a slash at the end. */
  baseUrl: string;
  /** `undefined`: the webhook answers 503. */
  webhookToken: string | undefined;
  webhookEnabled: boolean;
}

/** `account` is `null` only while SMS is off. */
export interface ResolvedSms {
  enabled: boolean;
  account: { accountSid: string; authToken: string; fromNumber: string; baseUrl: string } | null;
  fallbackEnabled: boolean;
  criticalOnly: boolean;
  /** ISO 3166, upper case. */
  allowedCountries: readonly string[];
  dailyLimit: number;
}

export interface ResolvedWebPush {
  /** `null`: made and kept in the database. */
  vapidKeys: { publicKey: string; privateKey: string } | null;
  /** `mailto:` or `https:` */
  vapidSubject: string;
  allowedHosts: readonly string[];
}
