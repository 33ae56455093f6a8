import { Option, type Command } from 'commander';
import { validate as isUuid } from 'uuid';
import {
  STAFF_ROLES,
  STAFF_SCOPES,
  type AdminKey,
  type StaffRole,
  type StaffScope,
} from '@whatsapp-optin/sdk/contract';
import { createStaffService } from '../staff/create-staff-service.js';
import type { Actor, StaffService } from '../staff/staff-service.js';
import { addExamples, addJson, addJsonForAll, addOrganization, reader, type CommandHost } from './add-command.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { withStores } from './with-stores.js';

interface KeyOptions {
  organization?: string;
  json?: true;
}

interface NewKeyOptions extends KeyOptions {
  name: string;
  role: StaffRole;
  scopes?: StaffScope[];
  expires?: Date;
}

const EXAMPLE_ID = '01938f6e-0000-7000-8000-000000000006';

const ACTOR: Actor = { name: 'whatsapp-optin keys', role: null, by: 'command_line' };

/** Admin keys from the command line: also the first one, and the way back in where the last was lost. */
export function addKeysCommand(program: Command, { terminal, finish }: CommandHost): void {
  const keys = addJsonForAll(program.command('keys')).description('list, create, rotate and revoke admin keys');
  /** Runs a command with the staff of its organization. */
  const withStaff = async ({ organization, json }: KeyOptions, work: (staff: StaffOfOrganization) => Promise<number>) =>
    finish(
      await withStores(terminal, organization, ({ stores, organizationId }) =>
        work({
          terminal,
          service: createStaffService({ store: stores.staff, configured: NO_CONFIGURED_KEYS }),
          organizationId,
          json,
        }),
      ),
    );
  addExamples(keys, 'keys create --name "Front counter" --role viewer', 'keys list --json');
  addExamples(addJson(addOrganization(keys.command('list'))), 'keys list')
    .description('every admin key, without the key itself')
    .action((options: KeyOptions) => withStaff(options, list));
  addExamples(addJson(addOrganization(keys.command('create'))), 'keys create --name "Front counter" --role viewer')
    .description('make one and print it, this once')
    .requiredOption('--name <name>', 'of at most 100 characters', readName)
    .addOption(new Option('--role <role>').choices(STAFF_ROLES).default('manager'))
    .option('--scopes <scopes>', `with commas between them: ${STAFF_SCOPES.join(', ')}; all of the role`, readScopes)
    .option('--expires <moment>', 'for example 2027-01-01T00:00:00Z; never', readExpiry)
    .action((options: NewKeyOptions) => withStaff(options, (staff) => create(staff, options)));
  addExamples(addJson(addOrganization(keys.command('rotate'))), `keys rotate ${EXAMPLE_ID} --overlap-hours 48`)
    .description('a new key in its place; the old one serves on')
    .argument('<id>', 'of the key', readId)
    .option('--overlap-hours <hours>', 'how long the old one serves on, 0 to 168', readOverlapHours, 24)
    .action((id: string, options: KeyOptions & { overlapHours: number }) =>
      withStaff(options, (staff) => rotate(staff, id, options.overlapHours)),
    );
  addExamples(addJson(addOrganization(keys.command('revoke'))), `keys revoke ${EXAMPLE_ID}`)
    .description('end it, the keys that it made, and their sign-ins')
    .argument('<id>', 'of the key', readId)
    .action((id: string, options: KeyOptions) => withStaff(options, (staff) => revoke(staff, id)));
}

interface StaffOfOrganization {
  terminal: Terminal;
  service: StaffService;
  organizationId: string;
  json: true | undefined;
}

/** Those of the environment are no rows, and change there. */
export const NO_CONFIGURED_KEYS = { identify: () => null, has: () => false, count: () => 0 };

async function list({ terminal, service, organizationId, json }: StaffOfOrganization): Promise<number> {
  const keys = await service.listKeys(organizationId);
  if (json) {
    terminal.out(JSON.stringify({ keys }));
    return EXIT_OK;
  }
  terminal.out(keys.length === 0 ? 'No key is stored; ADMIN_KEY serves.' : keys.map(describe).join('\n'));
  return EXIT_OK;
}

async function create(
  { terminal, service, organizationId, json }: StaffOfOrganization,
  { name, role, scopes, expires }: NewKeyOptions,
): Promise<number> {
  const wanted = { name, role, scopes, expiresAt: expires ?? null };
  const { key, ...made } = await service.createKey(organizationId, wanted);
  const details = { name: made.name, role: made.role };
  await service.note(organizationId, ACTOR, { action: 'key.created', target: made.id, details });
  terminal.out(json ? JSON.stringify({ key, ...made }) : `${describe(made)}\n\n${key}\n\nIt is shown this once.`);
  return EXIT_OK;
}

async function rotate(
  { terminal, service, organizationId, json }: StaffOfOrganization,
  id: string,
  overlapHours: number,
): Promise<number> {
  const result = await service.rotateKey(organizationId, id, overlapHours);
  if (result.status === 'unknown_key') return unknown(terminal);
  const { key, ...made } = result.key;
  const details = { newKey: made.id, overlapHours };
  await service.note(organizationId, ACTOR, { action: 'key.rotated', target: id, details });
  terminal.out(
    json
      ? JSON.stringify({ key, ...made, overlapHours })
      : `${describe(made)}\n\n${key}\n\nIt is shown this once. The old one serves for ${overlapHours} hours more.`,
  );
  return EXIT_OK;
}

async function revoke({ terminal, service, organizationId, json }: StaffOfOrganization, id: string): Promise<number> {
  const revoked = await service.revokeKey(organizationId, id);
  if (revoked === 0) return unknown(terminal);
  const madeKeys = revoked - 1;
  await service.note(organizationId, ACTOR, { action: 'key.revoked', target: id, details: { madeKeys } });
  if (json) terminal.out(JSON.stringify({ id, madeKeys }));
  else if (madeKeys === 0) terminal.out(`${id} is revoked.`);
  else terminal.out(`${id} is revoked, and so are the keys that it made: ${madeKeys}.`);
  return EXIT_OK;
}

function unknown(terminal: Terminal): number {
  terminal.err('There is no such key, or it serves no more. See: whatsapp-optin keys list');
  return EXIT_FAILED;
}

const readId = reader('must be the id of a key, as `whatsapp-optin keys list` says it', (text) =>
  isUuid(text) ? text : null,
);

const readName = reader('must be of 1 to 100 characters', (text) =>
  text.trim() && text.length <= 100 ? text.trim() : null,
);

const readScopes = reader(`must be of: ${STAFF_SCOPES.join(', ')}`, (text) => {
  const wanted = text.split(',').map((scope) => scope.trim());
  const chosen = STAFF_SCOPES.filter((scope) => wanted.includes(scope));
  return chosen.length === new Set(wanted).size ? chosen : null;
});

const readExpiry = reader('must be a moment to come, for example 2027-01-01T00:00:00Z', (text) => {
  const moment = new Date(text);
  return moment.getTime() > Date.now() ? moment : null;
});

const readOverlapHours = reader('must be 0 to 168', (text) => {
  const hours = Number(text);
  return Number.isInteger(hours) && hours >= 0 && hours <= 168 ? hours : null;
});

function describe(key: AdminKey): string {
  const used = key.lastUsedAt === null ? 'never used' : `used ${key.lastUsedAt}`;
  const end = key.revokedAt ?? key.expiresAt;
  return [key.id, key.hint, key.name, key.role, key.status, used, end === null ? '' : `ends ${end}`]
    .join('  ')
    .trimEnd();
}
