import { NOTIFICATION_TYPES, type NotificationType } from '@whatsapp-optin/sdk/contract';
import {
  resolvePolicies,
  type NotificationPolicy,
  type PolicyOverrides,
  type TierPolicy,
} from './notifications/policy.js';
import type { SendingTier } from './notifications/tiers.js';
import type { OptionChecks } from './option-checks.js';

const MAX_SECONDS = 24 * 3600;
const TIERS = ['push', 'whatsapp', 'sms'] as const satisfies readonly SendingTier[];
const SUCCESSES = ['accepted', 'sent', 'delivered'] as const satisfies readonly TierPolicy['successStatus'][];

/** The built-in policies with the host's own in their place, each value checked. */
export function resolveDelivery(
  checks: OptionChecks,
  options: PolicyOverrides | undefined,
): Record<NotificationType, NotificationPolicy> {
  const overrides: PolicyOverrides = {};
  for (const [type, override] of entriesOf(checks, 'delivery', options, NOTIFICATION_TYPES)) {
    const path = `delivery.${type}`;
    const tiers: Partial<Record<SendingTier, TierPolicy>> = {};
    const { deadlineSeconds, tiers: given, ...unknown } = override as Record<string, unknown>;
    refuseUnknown(checks, path, unknown);
    for (const [tier, policy] of entriesOf(checks, `${path}.tiers`, given, TIERS)) {
      tiers[tier] = resolveTier(checks, `${path}.tiers.${tier}`, policy as Record<string, unknown>);
    }
    overrides[type] = { tiers };
    if (deadlineSeconds !== undefined) {
      const limits = { fallback: 1, min: 1, max: MAX_SECONDS };
      overrides[type].deadlineSeconds = checks.number(`${path}.deadlineSeconds`, deadlineSeconds, limits);
    }
  }
  return resolvePolicies(overrides);
}

function resolveTier(
  checks: OptionChecks,
  path: string,
  { successStatus, fallbackAfterSeconds, ...unknown }: Record<string, unknown>,
): TierPolicy {
  refuseUnknown(checks, path, unknown);
  const limits = { fallback: 0, min: 0, max: MAX_SECONDS };
  return {
    successStatus: checks.oneOf(`${path}.successStatus`, successStatus, SUCCESSES, 'accepted'),
    fallbackAfterSeconds: checks.number(`${path}.fallbackAfterSeconds`, fallbackAfterSeconds, limits),
  };
}

/** The objects under the known keys; what is none of them, or no object, is told of. */
function entriesOf<Key extends string>(
  checks: OptionChecks,
  path: string,
  value: unknown,
  keys: readonly Key[],
): [Key, object][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) {
    checks.wrong(path, 'must be an object.');
    return [];
  }
  return Object.entries(value).flatMap(([name, entry]): [Key, object][] => {
    const key = keys.find((one) => one === name);
    if (key === undefined) checks.wrong(`${path}.${name}`, `is not known; known are ${keys.join(', ')}.`);
    else if (typeof entry === 'object' && entry !== null) return [[key, entry as object]];
    else if (entry !== undefined) checks.wrong(`${path}.${name}`, 'must be an object.');
    return [];
  });
}

function refuseUnknown(checks: OptionChecks, path: string, unknown: object): void {
  for (const name of Object.keys(unknown)) checks.wrong(`${path}.${name}`, 'is not known here.');
}
