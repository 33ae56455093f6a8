import type { Organization } from '../organizations/organization.js';
import type { OptionSource } from './option-source.js';
import type { ResolvedOptions } from './resolve-options.js';

/** An option that the database answers for after the first start. */
interface KeptSetting {
  option: string;
  given: unknown;
  kept: unknown;
  /** What changes it in the database. */
  change: string;
}

/**
 * One line for each option that somebody gave and that the database keeps another value of, which counts: by its name, with
 * the command that changes it there. Shows no phone and no name.
 */
export function describeKeptSettings(
  settings: ResolvedOptions,
  index: number,
  kept: Organization,
  source: OptionSource,
): string[] {
  return keptSettings(settings, index, kept).flatMap(({ option, given, kept: value, change }) => {
    const isSame = JSON.stringify(given) === JSON.stringify(value);
    const path = [option, option.replace(/^organization\./, `organizations[${index}].`)].find(source.isGiven);
    return isSame || path === undefined
      ? []
      : `${source.nameOf(path)} is not used: the database keeps another value. To change that: ${change}`;
  });
}

function keptSettings(
  { organizations, sms, messageRetentionDays, notificationRetentionDays }: ResolvedOptions,
  index: number,
  kept: Organization,
): KeptSetting[] {
  const given = organizations[index]?.organization;
  if (given === undefined) return [];
  const which = organizations.length > 1 ? ` --organization ${kept.id}` : '';
  const command = (flag: string) => `whatsapp-optin organization set ${flag}${which}`;
  const own = (name: 'name' | 'whatsappNumber' | 'messageStyle' | 'defaultLocale' | 'timeZone', flag: string) => ({
    option: `organization.${name}`,
    given: given[name],
    kept: kept[name],
    change: command(flag),
  });
  const ofSms = (name: 'dailyLimit' | 'allowedCountries', value: unknown) => ({
    option: `sms.${name}`,
    given: sms[name],
    kept: value ?? sms[name],
    change: 'SMS in the dashboard, or PUT /api/admin/sms',
  });
  return [
    own('name', '--name <text>'),
    own('whatsappNumber', '--whatsapp-number <phone>'),
    own('messageStyle', `--message-style ${given.messageStyle}`),
    own('defaultLocale', `--default-locale ${given.defaultLocale}`),
    own('timeZone', `--time-zone ${given.timeZone}`),
    {
      option: 'messageRetentionDays',
      given: messageRetentionDays,
      kept: kept.retentionDays.messages ?? messageRetentionDays,
      change: command(`--retain-messages ${messageRetentionDays}`),
    },
    {
      option: 'notificationRetentionDays',
      given: notificationRetentionDays,
      kept: kept.retentionDays.notifications ?? notificationRetentionDays,
      change: command(`--retain-notifications ${notificationRetentionDays}`),
    },
    ofSms('dailyLimit', kept.smsDailyLimit),
    ofSms('allowedCountries', kept.smsAllowedCountries),
  ];
}
