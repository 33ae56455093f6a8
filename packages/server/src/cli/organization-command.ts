import { MESSAGE_STYLES, RETENTION_KINDS, type RetentionKind } from '@whatsapp-optin/sdk/contract';
import { LOCALE, PHONE, TIME_ZONE } from '../config/readers.js';
import { DEFAULT_RETENTION_DAYS } from '../organizations/retention-days.js';
import { createSettingsService, type SettingsChanges } from '../organizations/settings-service.js';
import { readArguments } from './read-arguments.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withStores } from './with-stores.js';

export const ORGANIZATION_USAGE = `Usage: whatsapp-optin organization <what>

  show                       its settings, as JSON
  set                        change what is named:
      --name <text>                 --whatsapp-number <phone>|none
      --whatsapp-enabled yes|no     --message-style ${MESSAGE_STYLES.join('|')}
      --default-locale <tag>        --time-zone <zone>
      --quiet-hours 22:00-07:00|none
      --retain-messages <days>|default, and so --retain-funnel, --retain-statuses, --retain-customers, --retain-audit

  [--organization <id>]      where there are several`;

const RETAIN = RETENTION_KINDS.map((kind) => `retain-${kind}` as const);
const OPTIONS = [
  'organization',
  'name',
  'whatsapp-number',
  'whatsapp-enabled',
  'message-style',
  'default-locale',
  'time-zone',
  'quiet-hours',
  ...RETAIN,
] as const;
type Options = Partial<Record<(typeof OPTIONS)[number], string>>;

/** Settings that stand in the database: after the first start the environment does not change them any more. */
export async function organizationCommand(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { words, options } = readArguments(args, OPTIONS);
  const [what = ''] = words;
  if (!['show', 'set'].includes(what) || words.length > 1) throw new UsageError(ORGANIZATION_USAGE);
  const changes = what === 'set' ? readChanges(options) : null;
  if (changes !== null && Object.keys(changes).length === 0) throw new UsageError(ORGANIZATION_USAGE);
  return withStores(terminal, options.organization, async ({ stores, settings, organizationId }) => {
    const desk = createSettingsService(stores.organizations, {
      ...DEFAULT_RETENTION_DAYS,
      messages: settings.messageRetentionDays,
    });
    if (changes !== null) {
      const result = await desk.change(organizationId, changes);
      if (result.status !== 'saved') {
        terminal.err(
          result.status === 'wrong' ? `${result.field} ${result.message}` : 'There is no such organization.',
        );
        return EXIT_FAILED;
      }
    }
    terminal.out(JSON.stringify(await desk.read(organizationId), null, 2));
    return EXIT_OK;
  });
}

function readChanges(options: Options): SettingsChanges {
  const number = options['whatsapp-number'];
  const enabled = options['whatsapp-enabled'];
  const style = options['message-style'];
  const quiet = options['quiet-hours'];
  const retentionDays = readRetention(options);
  return {
    ...(options.name !== undefined && { name: oneOf('--name', options.name.trim() || null, 'some text') }),
    ...(number !== undefined && {
      whatsappNumber: number === 'none' ? null : inForm('--whatsapp-number', number, PHONE),
    }),
    ...(enabled !== undefined && { whatsappEnabled: oneOf('--whatsapp-enabled', YES_NO.get(enabled), 'yes or no') }),
    ...(style !== undefined && {
      messageStyle: oneOf(
        '--message-style',
        MESSAGE_STYLES.find((one) => one === style),
        MESSAGE_STYLES.join(', '),
      ),
    }),
    ...(options['default-locale'] !== undefined && {
      defaultLocale: inForm('--default-locale', options['default-locale'], LOCALE),
    }),
    ...(options['time-zone'] !== undefined && { timeZone: inForm('--time-zone', options['time-zone'], TIME_ZONE) }),
    ...(quiet !== undefined && { quietHours: readQuietHours(quiet) }),
    ...(Object.keys(retentionDays).length > 0 && { retentionDays }),
  };
}

const YES_NO = new Map([
  ['yes', true],
  ['no', false],
]);

function oneOf<Value>(option: string, value: Value | null | undefined, right: string): Value {
  if (value === undefined || value === null) throw new UsageError(`${option} must be ${right}.`);
  return value;
}

/** A text in the form of the option of the same name. */
function inForm(
  option: string,
  text: string,
  { read, must }: { read: (text: string) => string | null; must: string },
): string {
  const value = read(text);
  if (value === null) throw new UsageError(`${option} ${must}.`);
  return value;
}

function readQuietHours(text: string): { from: string; until: string } | null {
  if (text === 'none') return null;
  const [, from, until] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  if (from === undefined || until === undefined) throw new UsageError('--quiet-hours must be "22:00-07:00" or none.');
  return { from, until };
}

function readRetention(options: Options): Partial<Record<RetentionKind, number | null>> {
  return Object.fromEntries(
    RETENTION_KINDS.flatMap((kind) => {
      const text = options[`retain-${kind}`];
      if (text === undefined) return [];
      const days = text === 'default' ? null : Number(text);
      if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 3650)) {
        throw new UsageError(`--retain-${kind} must be 1 to 3650 days, or default.`);
      }
      return [[kind, days] as const];
    }),
  );
}
