import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import type { Organization } from '../organizations/organization.js';
import { smsLimitsOf } from '../organizations/sms-limits.js';
import type { NotificationMessage } from './notification-message.js';
import type { TierPolicy } from './policy.js';
import type { SenderDependencies } from './sender.js';
import type { SendingTier, TierSettings } from './tiers.js';

const FREE_TEXT_DEADLINE_SECONDS = 3600;

/** What each tier of an organization depends on: its account, its vendor, its policy. */
export function createTierConditions({
  accounts,
  push,
  sms,
  settings,
}: Pick<SenderDependencies, 'accounts' | 'push' | 'sms' | 'settings'>) {
  const accountOf = ({ id, whatsappNumber }: Organization) => accounts.find(id, whatsappNumber);

  const settingsFor = (organization: Organization): TierSettings => ({
    pushAvailable: push.kind === 'host' ? 'host' : push.senderOf(organization.id) === null ? 'none' : 'built_in',
    whatsappEnabled: organization.whatsappEnabled,
    whatsappConnected: accountOf(organization) !== null,
    sms: {
      ...settings.sms,
      enabled: settings.sms.enabled && sms !== null,
      allowedCountries: smsLimitsOf(organization, settings.sms).allowedCountries,
    },
    countryOf: settings.countryOf,
  });

  const policyOf = (message: NotificationMessage, tier: SendingTier): TierPolicy => {
    const policy = message.type === null ? null : settings.policies[message.type].tiers[tier];
    // The host's push reports its devices at once and sends no later status.
    const known = policy === null || (tier === 'push' && push.kind === 'host');
    return known ? { successStatus: 'accepted', fallbackAfterSeconds: 0 } : policy;
  };

  const providerOf = (tier: SendingTier, organization: Organization): string => {
    if (tier === 'push') return push.kind === 'host' ? 'host' : 'web-push';
    return tier === 'sms' ? (sms?.name ?? 'sms') : (accountOf(organization)?.provider ?? 'whatsapp');
  };

  const deadlineSecondsOf = (type: NotificationType | null): number =>
    type === null ? FREE_TEXT_DEADLINE_SECONDS : settings.policies[type].deadlineSeconds;

  return { accountOf, settingsFor, policyOf, providerOf, deadlineSecondsOf };
}
