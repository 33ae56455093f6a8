import type { Command } from 'commander';
import type { EventEndpoint } from '@whatsapp-optin/sdk/contract';
import { validate as isUuid } from 'uuid';
import { createStaffService } from '../staff/create-staff-service.js';
import type { Actor } from '../staff/staff-service.js';
import {
  addExamples,
  addJson,
  addJsonForAll,
  addOrganization,
  reader,
  readMoment,
  type CommandHost,
} from './add-command.js';
import { NO_CONFIGURED_KEYS } from './keys-command.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { withStores, type CommandContext } from './with-stores.js';

interface ListOptions {
  organization?: string;
  json?: boolean;
}

interface ReplayOptions extends ListOptions {
  event?: string;
  since?: Date;
  until?: Date;
  all?: boolean;
}

const EXAMPLE_ENDPOINT = '01938f6e-0000-7000-8000-000000000006';

const ACTOR: Actor = { name: 'whatsapp-optin events', role: null, by: 'command_line' };

/** Where events go, and sending them again; a running server posts what is due. */
export function addEventsCommand(program: Command, { terminal, finish }: CommandHost): void {
  const events = addJsonForAll(program.command('events')).description(
    'list the addresses that events go to, and send events again',
  );
  const withEvents = async (
    { organization }: ListOptions,
    work: (context: CommandContext) => Promise<number>,
  ): Promise<void> => finish(await withStores(terminal, organization, work));
  addExamples(events, 'events list');
  addExamples(addJson(addOrganization(events.command('list'))), 'events list')
    .description('every address, with what waits and what failed for good')
    .action((options: ListOptions) => withEvents(options, (context) => list(terminal, context, options)));
  addExamples(
    addJson(addOrganization(events.command('replay'))),
    `events replay ${EXAMPLE_ENDPOINT} --since 2026-11-30T00:00:00Z`,
    `events replay ${EXAMPLE_ENDPOINT} --event 01938f6e-0000-7000-8000-000000000001`,
  )
    .description('send one event again, or those of a range: the failed ones, or all')
    .argument('<endpoint>', 'id of the address, as `whatsapp-optin events list` says it', readId)
    .option('--event <id>', 'this one event, by its webhook-id', readId)
    .option('--since <moment>', 'events from then, for example 2026-11-01T00:00:00Z', readMoment)
    .option('--until <moment>', 'events before then; now', readMoment)
    .option('--all', 'delivered events, too')
    .action((id: string, options: ReplayOptions) =>
      withEvents(options, (context) => replay(terminal, context, { id, ...options })),
    );
}

async function list(
  terminal: Terminal,
  { stores, organizationId }: CommandContext,
  { json = false }: ListOptions,
): Promise<number> {
  const items = await stores.eventEndpoints.list(organizationId);
  const lines = items.length === 0 ? ['Events go to no address.'] : items.map(describe);
  terminal.out(json ? JSON.stringify({ items }) : lines.join('\n'));
  return EXIT_OK;
}

async function replay(
  terminal: Terminal,
  { stores: { eventEndpoints, ...stores }, organizationId }: CommandContext,
  { id, event, since, until = new Date(), all = false, json = false }: ReplayOptions & { id: string },
): Promise<number> {
  if ((event === undefined) === (since === undefined)) {
    terminal.err('Say which: --event <id>, or --since <moment>.');
    return EXIT_FAILED;
  }
  if ((await eventEndpoints.find(organizationId, id)) === null) {
    terminal.err('Events go to no address of this id. See: whatsapp-optin events list');
    return EXIT_FAILED;
  }
  const which = all ? 'all' : 'dead';
  const count = await (event === undefined
    ? eventEndpoints.replayRange(organizationId, id, { since: since ?? until, until, which })
    : eventEndpoints.replayOne(organizationId, id, event));
  const staff = createStaffService({ store: stores.staff, configured: NO_CONFIGURED_KEYS });
  await staff.note(organizationId, ACTOR, { action: 'webhook.replayed', target: id, details: { events: count } });
  terminal.out(json ? JSON.stringify({ events: count }) : `${count} events are due again.`);
  return event !== undefined && count === 0 ? EXIT_FAILED : EXIT_OK;
}

const readId = reader('must be a UUID', (text) => (isUuid(text) ? text : null));

function describe({ id, url, enabled, disabledReason, types, pending, dead }: EventEndpoint): string {
  const state = enabled ? 'enabled' : `disabled (${disabledReason ?? 'staff'})`;
  const wanted = types.length === 0 ? 'all types' : types.join(' ');
  return [id, url, state, `${pending} pending`, `${dead} dead`, wanted].join('  ');
}
