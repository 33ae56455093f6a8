import { z } from '@hono/zod-openapi';
import {
  BASES,
  DELIVERY_METHODS,
  LATENESSES,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
  type DeliveryMethod,
} from '@whatsapp-optin/sdk/contract';
import { checkRange, day, inputMoment } from '../dates.js';
import { hostId, moment } from '../fields.js';
import { paging } from './list-query.js';

/** Both included. */
export const dayRangeQuery = z.strictObject({ from: day.optional(), to: day.optional() }).superRefine(checkRange);

const count = z.int();
const rate = z.number().min(0).nullable();
const period = { from: day, to: day, timeZone: z.string() };

const optInCounts = {
  impressions: count,
  linkOpens: count,
  qrShown: count,
  copied: count,
  helpShown: count,
  declined: count,
  skipped: count,
  connected: count,
  messages: count,
  optedOut: count,
};

const rates = z.object({ adoption: rate, decline: rate, optOut: rate, renewal: rate, capture: rate });

export const optInAnalyticsDocument = z
  .object({
    ...period,
    totals: z.object(optInCounts),
    rates,
    timeToConnect: z.object({
      medianSeconds: z.number().nullable(),
      p90Seconds: z.number().nullable(),
      samples: count,
    }),
    days: z.array(z.object({ day, ...optInCounts })),
  })
  .openapi('OptInAnalytics');

const byMethod = Object.fromEntries(DELIVERY_METHODS.map((method) => [method, count])) as Record<
  DeliveryMethod,
  typeof count
>;

export const deliveryAnalyticsDocument = z
  .object({
    ...period,
    totals: z.object(byMethod),
    days: z.array(z.object({ day, ...byMethod })),
    failures: z.array(z.object({ tier: z.enum(TIERS).nullable(), reason: z.enum(REASONS), count })),
    attempts: z.array(
      z.object({ tier: z.enum(TIERS), made: count, succeeded: count, failed: count, late: count, unknown: count }),
    ),
    sms: z.object({
      messages: count,
      segments: count,
      costCents: z.number(),
      estimatedCostCents: z.number(),
      unknownCost: count,
    }),
    reactions: z.array(
      z.object({ type: z.enum(NOTIFICATION_TYPES), lateness: z.enum(LATENESSES), up: count, down: count }),
    ),
  })
  .openapi('DeliveryAnalytics');

export const complianceDocument = z
  .object({
    ...period,
    proof: z.object({
      sends: count,
      unsolicited: count,
      query: z.string(),
      bases: z.array(
        z.object({ tier: z.enum(TIERS).exclude(['none']), basis: z.enum(BASES), sends: count, unproven: count }),
      ),
      basesQuery: z.string(),
      checkedAt: moment,
    }),
    chain: z
      .discriminatedUnion('status', [
        z.object({ status: z.literal('whole'), seals: count, unsealed: count, checkedAt: moment }),
        z.object({
          status: z.literal('broken'),
          position: count,
          consentId: z.string(),
          why: z.enum(['consent_changed', 'consent_missing', 'position_missing']),
          checkedAt: moment,
        }),
      ])
      .nullable(),
    optIns: z.object({ shown: count, unopened: count }),
    consents: z.object({ granted: count, withdrawn: count }),
    rates,
  })
  .openapi('ComplianceReport');

const consentFilter = {
  action: z.enum(['granted', 'withdrawn']).optional(),
  contactId: z.uuid().optional(),
  ticketId: hostId.optional(),
  from: inputMoment.optional(),
  to: inputMoment.optional(),
};
export const consentFilterQuery = z.strictObject(consentFilter).superRefine(checkRange);
export const consentListQuery = z.strictObject({ ...consentFilter, ...paging }).superRefine(checkRange);

export const consentPageDocument = z
  .object({
    items: z.array(
      z
        .object({
          id: z.uuid(),
          recordedAt: moment,
          contactId: z.uuid(),
          action: z.enum(['granted', 'withdrawn']),
          purpose: z.string(),
          channel: z.string(),
          method: z.enum([
            'opt_in_code',
            'inbound_message',
            'keyword',
            'vendor_report',
            'customer_page',
            'suppression_journal',
          ]),
          wording: z.string().nullable(),
          wordingLocale: z.string().nullable(),
          consentText: z.string().nullable(),
          consentVersion: z.string().nullable(),
          consentHash: z.string().nullable(),
          consentSource: z.enum(['shipped', 'claimed']).nullable(),
          pageOrigin: z.string().nullable(),
          ticketId: z.string().nullable(),
          optInId: z.uuid().nullable(),
          inboundMessageId: z.uuid().nullable(),
          provider: z.string(),
          messageSentAt: moment.nullable(),
          evidence: z.enum(['signed_webhook', 'secret_url', 'read_back', 'capability_link', 'keyed_hash']),
          seal: z.object({ position: z.int(), hash: z.string() }).nullable(),
        })
        .openapi('AdminConsent'),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('AdminConsentPage');
