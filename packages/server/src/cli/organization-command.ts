import { Option, type Command } from 'commander';
import { MESSAGE_STYLES, RETENTION_KINDS, type MessageStyle } from '@whatsapp-optin/sdk/contract';
import { LOCALE, PHONE, TIME_ZONE } from '../config/readers.js';
import { createSettingsService, type SettingsChanges } from '../organizations/settings-service.js';
import { retentionDefaults } from '../storage/retention.js';
import { addExamples, addJson, addJsonForAll, addOrganization, reader, type CommandHost } from './add-command.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { withStores } from './with-stores.js';

interface SetOptions {
  organization?: string;
  json?: true;
  name?: string;
  /** `none` clears it. */
  whatsappNumber?: string;
  whatsappEnabled?: 'yes' | 'no';
  messageStyle?: MessageStyle;
  defaultLocale?: string;
  timeZone?: string;
  quietHours?: { from: string; until: string } | 'none';
}

const QUIET_HOURS = {
  must: 'must be "22:00-07:00" or none',
  read(text: string) {
    const [, from, until] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
    return from === undefined || until === undefined ? null : { from, until };
  },
};

const RETENTION_DAYS = {
  must: 'must be 1 to 3650 days, or default',
  read(text: string) {
    const days = Number(text);
    return Number.isInteger(days) && days >= 1 && days <= 3650 ? days : null;
  },
};

const RETAIN = RETENTION_KINDS.map((kind) => ({
  kind,
  option: new Option(`--retain-${kind} <days>`, '1 to 3650, or default').argParser(textOr('default', RETENTION_DAYS)),
}));

/** Settings in the database. After the first start, the environment no longer changes them. */
export function addOrganizationCommand(program: Command, { terminal, finish }: CommandHost): void {
  const organization = addJsonForAll(program.command('organization')).description(
    'show and change what the database keeps of an organization',
  );
  addExamples(organization, 'organization show', 'organization set --time-zone Asia/Riyadh');
  addExamples(addJson(addOrganization(organization.command('show'))), 'organization show --json')
    .description('its settings, as JSON in lines; with --json in one')
    .action(async (options: SetOptions) => finish(await showOrganization(terminal, options, null)));
  const set = addExamples(
    addJson(addOrganization(organization.command('set'))),
    'organization set --message-style formal --quiet-hours 22:00-07:00',
  )
    .description('change what is named')
    .option(
      '--name <text>',
      'what customers read',
      reader('must be some text', (text) => text.trim() || null),
    )
    .option('--whatsapp-number <phone>', 'or none', textOr('none', PHONE))
    .addOption(new Option('--whatsapp-enabled <answer>').choices(['yes', 'no']))
    .addOption(new Option('--message-style <style>').choices(MESSAGE_STYLES))
    .option('--default-locale <tag>', 'for example ar', reader(LOCALE.must, LOCALE.read))
    .option('--time-zone <zone>', 'for example Asia/Riyadh', reader(TIME_ZONE.must, TIME_ZONE.read))
    .option('--quiet-hours <hours>', 'for example 22:00-07:00, or none', textOr('none', QUIET_HOURS));
  for (const { option } of RETAIN) set.addOption(option);
  set.action(async (options: SetOptions) => {
    const changes = readChanges(options);
    if (Object.keys(changes).length === 0) set.error('error: name at least one change');
    finish(await showOrganization(terminal, options, changes));
  });
}

/** A reader that takes one word as it is, and all else in the form. */
function textOr<Word extends string, Value>(
  word: Word,
  { must, read }: { must: string; read: (text: string) => Value | null },
): (text: string) => Word | Value {
  return reader<Word | Value>(must, (text) => (text === word ? word : read(text)));
}

/** Prints the settings, after the changes where there are some. */
async function showOrganization(
  terminal: Terminal,
  { organization, json }: SetOptions,
  changes: SettingsChanges | null,
): Promise<number> {
  return withStores(terminal, organization, async ({ stores, settings, organizationId }) => {
    const service = createSettingsService(stores.organizations, {
      retentionDays: retentionDefaults(settings),
    });
    if (changes !== null) {
      const result = await service.change(organizationId, changes);
      if (result.status !== 'saved') {
        terminal.err(
          result.status === 'wrong' ? `${result.field} ${result.message}` : 'There is no such organization.',
        );
        return EXIT_FAILED;
      }
    }
    const shown = await service.read(organizationId);
    // The database does not keep the built-in texts.
    terminal.out(JSON.stringify(shown && { ...shown, builtInQuickReplies: undefined }, null, json ? undefined : 2));
    return EXIT_OK;
  });
}

function readChanges({ whatsappNumber, whatsappEnabled, quietHours, ...options }: SetOptions): SettingsChanges {
  const { name, messageStyle, defaultLocale, timeZone } = options;
  const retentionDays = readRetention({ ...options });
  return {
    ...(name !== undefined && { name }),
    ...(messageStyle !== undefined && { messageStyle }),
    ...(defaultLocale !== undefined && { defaultLocale }),
    ...(timeZone !== undefined && { timeZone }),
    ...(whatsappNumber !== undefined && { whatsappNumber: whatsappNumber === 'none' ? null : whatsappNumber }),
    ...(whatsappEnabled !== undefined && { whatsappEnabled: whatsappEnabled === 'yes' }),
    ...(quietHours !== undefined && { quietHours: quietHours === 'none' ? null : quietHours }),
    ...(Object.keys(retentionDays).length > 0 && { retentionDays }),
  };
}

function readRetention(options: Readonly<Record<string, unknown>>): NonNullable<SettingsChanges['retentionDays']> {
  return Object.fromEntries(
    RETAIN.flatMap(({ kind, option }) => {
      const days = options[option.attributeName()] as number | 'default' | undefined;
      return days === undefined ? [] : [[kind, days === 'default' ? null : days] as const];
    }),
  );
}
