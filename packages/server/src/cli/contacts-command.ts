import type { Command } from 'commander';
import type { ContactExport } from '@whatsapp-optin/sdk/contract';
import { createContactService, type ContactService } from '../contacts/contact-service.js';
import { readContactReference, type ContactReference } from '../contacts/contact-reference.js';
import { createStaffService } from '../staff/create-staff-service.js';
import type { Actor } from '../staff/staff-service.js';
import { addExamples, addJson, addJsonForAll, addOrganization, reader, type CommandHost } from './add-command.js';
import { describePerson, summarizePerson } from './contacts/person-summary.js';
import { NO_CONFIGURED_KEYS } from './keys-command.js';
import { EXIT_FAILED, EXIT_OK, type Terminal } from './terminal.js';
import { withStores, type CommandContext } from './with-stores.js';

interface ContactOptions {
  organization?: string;
  json?: true;
  reveal?: true;
  yes?: true;
}

const ACTOR: Actor = { name: 'whatsapp-optin contacts', role: null, by: 'command_line' };

/** What is held of one person: shown, exported, erased. Each act is written to the audit log. */
export function addContactsCommand(program: Command, { terminal, finish }: CommandHost): void {
  const contacts = addExamples(
    addJsonForAll(program.command('contacts')),
    'contacts show +966500000000',
    'contacts export +966500000000 > person.json',
    'contacts erase +966500000000',
  ).description('show, export and erase what is held of one person');
  const addPerson = (name: string): Command =>
    addJson(addOrganization(contacts.command(name))).argument(
      '<person>',
      'a phone, the id of a contact, or a user id of WhatsApp',
      readPerson,
    );
  addExamples(addPerson('show'), 'contacts show +966500000000', 'contacts show +966500000000 --reveal --json')
    .description('whether they agreed, their open session, and how many rows are held; phones are masked')
    .option('--reveal', 'show the phones; written to the audit log')
    .action(async (person: ContactReference, options: ContactOptions) =>
      finish(await withStores(terminal, options.organization, (context) => show(terminal, context, person, options))),
    );
  addExamples(addPerson('export'), 'contacts export +966500000000 > person.json')
    .description('every row that is held of them, as JSON; the answer to a request for access')
    .action(async (person: ContactReference, options: ContactOptions) =>
      finish(
        await withStores(terminal, options.organization, (context) => exportPerson(terminal, context, person, options)),
      ),
    );
  addExamples(addPerson('erase'), 'contacts erase +966500000000', 'contacts erase +966500000000 --yes --json')
    .description('erase them from every table; needs SECRET_KEY beside the database, for the hash that stays')
    .option('--yes', 'do not ask; required where nobody can be asked')
    .action(async (person: ContactReference, options: ContactOptions) =>
      finish(
        await withStores(terminal, options.organization, (context) => erase(terminal, context, person, options), {
          secrets: true,
        }),
      ),
    );
}

const readPerson = reader(
  'must be a phone with its country code, the id of a contact, or a user id of WhatsApp',
  (text) => {
    try {
      return readContactReference(text);
    } catch {
      return null;
    }
  },
);

/** Reads the person; without one, says so. */
async function read(
  terminal: Terminal,
  { stores, organizationId }: CommandContext,
  person: ContactReference,
): Promise<ContactExport | null> {
  const found = await createContactService(stores.contacts).export(organizationId, person);
  if (found === null) terminal.err('Nobody of this name is known here.');
  return found;
}

function note({ stores, organizationId }: CommandContext, action: Parameters<StaffNote>[2]): Promise<void> {
  const staff = createStaffService({ store: stores.staff, configured: NO_CONFIGURED_KEYS });
  return staff.note(organizationId, ACTOR, action);
}

type StaffNote = ReturnType<typeof createStaffService>['note'];

async function show(
  terminal: Terminal,
  context: CommandContext,
  person: ContactReference,
  { json, reveal }: ContactOptions,
): Promise<number> {
  const found = await read(terminal, context, person);
  if (found === null) return EXIT_FAILED;
  if (reveal) await note(context, { action: 'phone.revealed', target: found.contactIds[0] ?? null });
  const summary = summarizePerson(found, { reveal: reveal === true });
  terminal.out(json ? JSON.stringify(summary) : describePerson(summary));
  return EXIT_OK;
}

async function exportPerson(
  terminal: Terminal,
  context: CommandContext,
  person: ContactReference,
  { json }: ContactOptions,
): Promise<number> {
  const found = await read(terminal, context, person);
  if (found === null) return EXIT_FAILED;
  const details = { rows: countRows(found), kind: 'person' };
  await note(context, { action: 'export.made', target: found.contactIds[0] ?? null, details });
  terminal.out(JSON.stringify(found, null, json ? undefined : 2));
  return EXIT_OK;
}

async function erase(
  terminal: Terminal,
  context: CommandContext,
  person: ContactReference,
  { json, yes }: ContactOptions,
): Promise<number> {
  const found = await read(terminal, context, person);
  if (found === null) return EXIT_FAILED;
  if (!yes && !(await isConfirmed(terminal, found))) return EXIT_FAILED;
  terminal.progress?.(`erasing ${countRows(found)} rows`);
  const service: ContactService = createContactService(context.stores.contacts);
  const erased = await service.erase(context.organizationId, person);
  terminal.progress?.('');
  if (erased === null) {
    terminal.err('Nobody of this name is known here any more.');
    return EXIT_FAILED;
  }
  const rows = Object.values(erased.erased).reduce((sum, count) => sum + count, 0);
  await note(context, { action: 'contact.erased', target: erased.contactIds[0] ?? null, details: { rows } });
  terminal.out(
    json
      ? JSON.stringify(erased)
      : `Erased: ${rows} rows of ${Object.keys(erased.erased).length} tables. Nothing is sent to them until they write again.`,
  );
  return EXIT_OK;
}

async function isConfirmed(terminal: Terminal, found: ContactExport): Promise<boolean> {
  if (terminal.ask === undefined) {
    terminal.err('Erasing cannot be undone. Nobody can be asked here: repeat the command with --yes.');
    return false;
  }
  const answer = await terminal.ask(`Erase ${countRows(found)} rows of this person? It cannot be undone. (yes, no) `);
  if (answer.trim().toLowerCase() === 'yes') return true;
  terminal.err('Nothing was erased.');
  return false;
}

function countRows({ tables }: ContactExport): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}
