import type { Organization } from './organization.js';

/** What SMS of an organization may do in a day, and where. */
export interface SmsLimits {
  /** Messages a day. */
  dailyLimit: number;
  /** ISO 3166 codes. */
  allowedCountries: readonly string[];
}

type OwnLimits = Pick<Organization, 'smsDailyLimit' | 'smsAllowedCountries'>;

/** The organization's own choice, and never more than the operator's: the operator pays. */
export function smsLimitsOf(own: OwnLimits | null, operator: SmsLimits): SmsLimits {
  const chosen = own?.smsAllowedCountries ?? operator.allowedCountries;
  return {
    dailyLimit: Math.min(own?.smsDailyLimit ?? operator.dailyLimit, operator.dailyLimit),
    allowedCountries: chosen.filter((country) => operator.allowedCountries.includes(country)),
  };
}

/** @returns what a choice has more than the operator allows, in words that follow a field's name; `null`: nothing. */
export function exceedsOperator(
  {
    dailyLimit,
    allowedCountries,
  }: { dailyLimit?: number | null | undefined; allowedCountries?: readonly string[] | null | undefined },
  operator: SmsLimits,
): { field: keyof SmsLimits; message: string } | null {
  if ((dailyLimit ?? 0) > operator.dailyLimit) {
    return { field: 'dailyLimit', message: `is more than the ${operator.dailyLimit} of SMS_DAILY_LIMIT.` };
  }
  const foreign = (allowedCountries ?? []).filter((country) => !operator.allowedCountries.includes(country));
  if (foreign.length === 0) return null;
  return { field: 'allowedCountries', message: `names ${foreign.join(', ')}, not in SMS_ALLOWED_COUNTRIES.` };
}

/** What the operator alone switches, by the variable of each. */
const SWITCHES = {
  enabled: 'SMS_ENABLED',
  fallbackEnabled: 'SMS_FALLBACK_ENABLED',
  criticalOnly: 'SMS_CRITICAL_ONLY',
} as const;

type SmsSwitches = Record<keyof typeof SWITCHES, boolean>;

/** @returns the first switch that a change has otherwise than the operator, in words that follow its name; `null`: none. */
export function contradictsOperator(
  given: { [Name in keyof SmsSwitches]?: boolean | undefined },
  operator: SmsSwitches,
): { field: keyof SmsSwitches; message: string } | null {
  for (const field of ['enabled', 'fallbackEnabled', 'criticalOnly'] as const) {
    const value = given[field];
    if (value !== undefined && value !== operator[field])
      return { field, message: `is ${operator[field]} by ${SWITCHES[field]}, and changes there alone.` };
  }
  return null;
}
