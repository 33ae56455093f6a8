import { z } from '@hono/zod-openapi';
import {
  MAX_QUICK_REPLIES,
  MAX_QUICK_REPLY_LENGTH,
  MESSAGE_STYLES,
  RETENTION_KINDS,
  SUPPORTED_LOCALES,
  type RetentionKind,
} from '@whatsapp-optin/sdk/contract';
import { isTimeZone } from '../../organizations/time-zone.js';
import { country, locale, messageActions, notificationType, phone, plainName } from '../fields.js';

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, "22:00".');
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone, for example "Asia/Riyadh".');
const template = z.object({ type: notificationType, locale, body: z.string().nullable() });

function retention<Days extends z.ZodType>(days: Days) {
  return z.object(Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, days])) as Record<RetentionKind, Days>);
}

const quickReply = z
  .string()
  .trim()
  .min(1)
  .max(MAX_QUICK_REPLY_LENGTH)
  .refine((text) => !text.includes('\0'), 'must not hold NUL.');
const quickReplyList = z
  .array(quickReply)
  .max(MAX_QUICK_REPLIES)
  .refine((texts) => new Set(texts).size === texts.length, 'must name each text once.');
const LOCALES: readonly string[] = SUPPORTED_LOCALES;
const quickReplies = z
  .record(z.string(), quickReplyList)
  .refine(
    (lists) => Object.keys(lists).every((tag) => LOCALES.includes(tag)),
    `must name ${LOCALES.join(', ')} alone.`,
  );

export const quickRepliesDocument = z.record(z.string(), z.array(z.string())).openapi({ example: { en: ['Yes.'] } });

const settings = z.object({
  name: plainName(200),
  whatsappNumber: phone.nullable(),
  whatsappEnabled: z.boolean(),
  messageStyle: z.enum(MESSAGE_STYLES),
  defaultLocale: locale,
  timeZone,
  quietHours: z.object({ from: localTime, until: localTime }).nullable(),
  renewalEnabled: z.boolean(),
  cancelWords: z.enum(['staff', 'stop']),
  actions: z.partialRecord(notificationType, messageActions),
  leaveFreesTicket: z.boolean(),
  quickReplies,
  smsDailyLimit: z.int().min(0).max(1_000_000).nullable(),
  smsAllowedCountries: z.array(country).max(250).nullable(),
});

export const settingsRequest = settings
  .extend({
    templates: z.array(template).max(200),
    retentionDays: retention(z.int().min(1).max(3_650).nullable().optional()),
  })
  .partial()
  .openapi('OrganizationChanges');
export const settingsDocument = settings
  .extend({
    id: z.string(),
    whatsappNumber: z.string().nullable(),
    templates: z.array(z.object({ type: notificationType, locale: z.string(), body: z.string() })),
    retentionDays: retention(z.int()).openapi({ description: 'As they hold.' }),
    quickReplies: quickRepliesDocument,
    builtInQuickReplies: quickRepliesDocument,
    defaultRetentionDays: retention(z.int()).openapi({ description: "The server's own, which `null` brings back." }),
  })
  .openapi('OrganizationSettings');

export const previewRequest = z
  .object({ body: z.string(), values: z.record(z.string(), z.union([z.string().max(1000), z.number()])).optional() })
  .openapi('TemplatePreview');

export const builtInTextQuery = z.strictObject({ type: notificationType, locale });

export const builtInTextDocument = z
  .object({ body: z.string().openapi({ example: "It's your turn! Ticket: {ticketNumber}." }) })
  .openapi('BuiltInText');

export const previewDocument = z.object({ text: z.string() }).openapi('TemplatePreviewText');
