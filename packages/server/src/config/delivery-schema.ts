import { NOTIFICATION_TYPES, type NotificationType } from '@whatsapp-optin/sdk/contract';
import { z } from 'zod';
import { SENDING_TIERS, type SendingTier } from '../notifications/tiers.js';
import type { TierPolicy } from '../notifications/policy.js';

const SUCCESSES = ['accepted', 'sent', 'delivered'] as const satisfies readonly TierPolicy['successStatus'][];
const MAX_SECONDS = 24 * 3600;

function seconds(min: number) {
  const error = `must be a whole number from ${min} to ${MAX_SECONDS}`;
  return z.int({ error }).min(min, { error }).max(MAX_SECONDS, { error });
}

/** The same schema under each of the names. */
function each<Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) {
  const shape = Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;
  return z.strictObject(shape, { error: 'must be an object' });
}

const tier = z.strictObject(
  {
    successStatus: z.enum(SUCCESSES, { error: `must be one of: ${SUCCESSES.join(', ')}` }),
    fallbackAfterSeconds: seconds(0),
  },
  { error: 'must be an object' },
);

const policy = z.strictObject(
  {
    deadlineSeconds: seconds(1).optional(),
    tiers: each<SendingTier, z.ZodOptional<typeof tier>>(SENDING_TIERS, tier.optional()).optional(),
  },
  { error: 'must be an object' },
);

/** Policies of the host's own, by type of notification. */
export const delivery = each<NotificationType, z.ZodOptional<typeof policy>>(NOTIFICATION_TYPES, policy.optional());
