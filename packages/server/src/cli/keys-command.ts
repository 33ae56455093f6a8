import { validate as isUuid } from 'uuid';
import { STAFF_ROLES, STAFF_SCOPES, type AdminKey, type StaffRole } from '@whatsapp-optin/sdk/contract';
import { createStaffService } from '../staff/create-staff-service.js';
import type { Actor, StaffService } from '../staff/staff-service.js';
import { readArguments } from './read-arguments.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withStores } from './with-stores.js';

export const KEYS_USAGE = `Usage: whatsapp-optin keys <what>

  list                       every admin key, without the key itself
  create --name <name>       make one and print it, this once
         [--role viewer|manager] [--scopes sessions.read,…] [--expires 2027-01-01T00:00:00Z]
  rotate <id>                a new key in its place; the old one serves on [--overlap-hours 24]
  revoke <id>                end it and the sign-ins that it made

  [--organization <id>]      where there are several`;

const OPTIONS = ['organization', 'name', 'role', 'scopes', 'expires', 'overlap-hours'] as const;
type Options = Partial<Record<(typeof OPTIONS)[number], string>>;
const ACTOR: Actor = { name: 'whatsapp-optin keys', role: null, by: 'command_line' };

/** Admin keys from the command line: also the first one, and the way back in where the last was lost. */
export async function keysCommand(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { words, options } = readArguments(args, OPTIONS);
  const [what = '', id = ''] = words;
  if (!['list', 'create', 'rotate', 'revoke'].includes(what) || words.length > 2) throw new UsageError(KEYS_USAGE);
  if (what !== 'list' && what !== 'create' && !isUuid(id)) throw new UsageError(`${what} needs the id of a key.`);
  const wanted = what === 'create' ? readNewKey(options) : null;
  const overlapHours = readOverlap(options['overlap-hours']);
  return withStores(terminal, options.organization, async ({ stores, organizationId }) => {
    const desk = createStaffService({ store: stores.staff, configured: NO_CONFIGURED_KEYS });
    if (wanted !== null) {
      const { key, ...made } = await desk.createKey(organizationId, wanted);
      const details = { name: made.name, role: made.role };
      await desk.note(organizationId, ACTOR, { action: 'key.created', target: made.id, details });
      terminal.out(`${describe(made)}\n\n${key}\n\nIt is shown this once.`);
      return EXIT_OK;
    }
    if (what === 'rotate') return rotate(terminal, desk, { organizationId, id, overlapHours });
    if (what === 'revoke') return revoke(terminal, desk, { organizationId, id });
    const keys = await desk.listKeys(organizationId);
    terminal.out(keys.length === 0 ? 'No key is stored; ADMIN_KEY serves.' : keys.map(describe).join('\n'));
    return EXIT_OK;
  });
}

/** Those of the environment are no rows, and change there. */
const NO_CONFIGURED_KEYS = { identify: () => null, has: () => false, count: () => 0 };

async function rotate(
  terminal: Terminal,
  desk: StaffService,
  { organizationId, id, overlapHours }: { organizationId: string; id: string; overlapHours: number },
): Promise<number> {
  const result = await desk.rotateKey(organizationId, id, overlapHours);
  if (result.status === 'unknown_key') return unknown(terminal);
  const { key, ...made } = result.key;
  const details = { newKey: made.id, overlapHours };
  await desk.note(organizationId, ACTOR, { action: 'key.rotated', target: id, details });
  terminal.out(
    `${describe(made)}\n\n${key}\n\nIt is shown this once. The old one serves for ${overlapHours} hours more.`,
  );
  return EXIT_OK;
}

async function revoke(
  terminal: Terminal,
  desk: StaffService,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<number> {
  if (!(await desk.revokeKey(organizationId, id))) return unknown(terminal);
  await desk.note(organizationId, ACTOR, { action: 'key.revoked', target: id });
  terminal.out(`${id} is revoked.`);
  return EXIT_OK;
}

function unknown(terminal: Terminal): number {
  terminal.err('There is no such key, or it serves no more. See: whatsapp-optin keys list');
  return EXIT_FAILED;
}

function readNewKey({ name, role = 'manager', scopes, expires }: Options) {
  if (!name?.trim() || name.length > 100) throw new UsageError('create needs --name, of at most 100 characters.');
  const known: StaffRole | undefined = STAFF_ROLES.find((one) => one === role);
  if (known === undefined) throw new UsageError(`--role must be one of: ${STAFF_ROLES.join(', ')}.`);
  const wanted = scopes?.split(',').map((scope) => scope.trim());
  const chosen = wanted && STAFF_SCOPES.filter((scope) => wanted.includes(scope));
  if (wanted && chosen?.length !== new Set(wanted).size) {
    throw new UsageError(`--scopes must be of: ${STAFF_SCOPES.join(', ')}.`);
  }
  const expiresAt = expires === undefined ? null : new Date(expires);
  if (expiresAt !== null && !(expiresAt.getTime() > Date.now())) {
    throw new UsageError('--expires must be a moment to come, for example 2027-01-01T00:00:00Z.');
  }
  return { name: name.trim(), role: known, scopes: chosen, expiresAt };
}

function readOverlap(text = '24'): number {
  const hours = Number(text);
  if (!Number.isInteger(hours) || hours < 0 || hours > 168) throw new UsageError('--overlap-hours must be 0 to 168.');
  return hours;
}

function describe(key: AdminKey): string {
  const used = key.lastUsedAt === null ? 'never used' : `used ${key.lastUsedAt}`;
  const end = key.revokedAt ?? key.expiresAt;
  return [key.id, key.hint, key.name, key.role, key.status, used, end === null ? '' : `ends ${end}`]
    .join('  ')
    .trimEnd();
}
