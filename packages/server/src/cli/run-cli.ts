import { describeFailure } from './describe-failure.js';
import { EXIT_FAILED, EXIT_OK, EXIT_USAGE, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const USAGE = `Usage: whatsapp-optin <command>

  serve     migrate the database and serve the HTTP API until SIGTERM or SIGINT
  migrate   bring the database up to date and end
  doctor    look at everything that is set up and say what is wrong; exit code 1 where something is
  verify-consents
            check the chain of consents from its beginning; exit code 1 where it is broken
  keys      list, create, rotate and revoke admin keys
  organization
            show and change what the database keeps of an organization
  export    sessions, notifications or consents as CSV

Settings are environment variables. Where one is missing, wrong or misspelt, one message names all that are.`;

type Command = (terminal: Terminal, args: readonly string[]) => Promise<number>;

/** Loaded when asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve-command.js')).serveCommand,
  migrate: async () => (await import('./migrate-command.js')).migrateCommand,
  doctor: async () => (await import('./doctor-command.js')).doctorCommand,
  'verify-consents': async () => (await import('./verify-consents-command.js')).verifyConsentsCommand,
  keys: async () => (await import('./keys-command.js')).keysCommand,
  organization: async () => (await import('./organization-command.js')).organizationCommand,
  export: async () => (await import('./export-command.js')).exportCommand,
};
const WITH_ARGUMENTS = ['keys', 'organization', 'export'];

/** @returns the exit code. Never rejects. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    const { variablesHelp } = await import('../config/documents/variable-list.js');
    terminal.out(`${USAGE}\n\n${variablesHelp()}`);
    return EXIT_OK;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load || (rest.length > 0 && !WITH_ARGUMENTS.includes(name))) {
    terminal.err(name === '' ? USAGE : `whatsapp-optin: there is no command "${args.join(' ')}".\n\n${USAGE}`);
    return EXIT_USAGE;
  }
  try {
    const command = await load();
    return await command(terminal, rest);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(error.message);
      return EXIT_USAGE;
    }
    terminal.err(describeFailure(error));
    return EXIT_FAILED;
  }
}
