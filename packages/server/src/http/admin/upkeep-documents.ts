import { z } from '@hono/zod-openapi';
import { country, moment, phone } from '../fields.js';

export const PARKED_KINDS = ['reply', 'inbound_message', 'notification'] as const;

export const parkedDocument = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(PARKED_KINDS),
        id: z.uuid(),
        lastError: z.string().nullable(),
        failures: z.int(),
        createdAt: moment,
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('DeadLetter');

export const smsDocument = z
  .object({
    enabled: z.boolean(),
    provider: z.string().nullable(),
    from: z.string().nullable().openapi({ description: 'The sender: a number or a name.' }),
    fallbackEnabled: z.boolean(),
    criticalOnly: z.boolean(),
    dailyLimit: z.int(),
    allowedCountries: z.array(z.string()),
    usedToday: z.int(),
    last30Days: z.object({
      messages: z.int(),
      segments: z.int(),
      costCents: z.number(),
      estimatedCostCents: z.number(),
      unknownCost: z.int().openapi({ description: 'Messages whose cost is not known; never counted as 0.' }),
    }),
  })
  .openapi('SmsSettings');

const setByOperator = z.boolean().openapi({ description: 'As the environment sets it: another value is refused.' });

/** `null` brings the server's own setting back. */
export const smsRequest = z
  .object({
    enabled: setByOperator,
    fallbackEnabled: setByOperator,
    criticalOnly: setByOperator,
    dailyLimit: z.int().min(0).max(1_000_000).nullable(),
    allowedCountries: z.array(country).max(250).nullable(),
  })
  .partial()
  .openapi('SmsChanges');

export const smsTestRequest = z.object({ phone }).openapi('SmsTest');

export const smsTestAnswerDocument = z
  .object({
    success: z.boolean(),
    reason: z.string().nullable(),
    providerMessageId: z.string().nullable(),
    estimatedCostCents: z.number().nullable(),
  })
  .openapi('SmsTestAnswer');
