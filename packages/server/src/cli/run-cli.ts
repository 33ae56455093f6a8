import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { variablesHelp } from '../config/documents/variable-list.js';
import { addExamples, addJson, type CommandHost } from './add-command.js';
import { addAuditCommand } from './audit-command.js';
import { addContactsCommand } from './contacts-command.js';
import { describeFailure } from './describe-failure.js';
import { addDevCommand } from './dev-command.js';
import { addDoctorCommand } from './doctor-command.js';
import { addEventsCommand } from './events-command.js';
import { addExportCommand } from './export-command.js';
import { addImportCommand } from './import-command.js';
import { addInitCommand } from './init-command.js';
import { addKeysCommand } from './keys-command.js';
import { addMigrateCommand } from './migrate-command.js';
import { addOrganizationCommand } from './organization-command.js';
import { EXIT_FAILED, EXIT_OK, EXIT_USAGE, type Terminal } from './terminal.js';
import { addRestoreCheckCommand } from './restore-check-command.js';
import { addVerifyCommand } from './verify-command.js';
import { readVersion } from './version.js';

const SETTINGS =
  'Settings are environment variables. Where one is missing, wrong or misspelt, one message names all that are.';

/** @returns the exit code. Never rejects. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT_OK;
  const program = createProgram({ terminal, finish: (code) => (exitCode = code) });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Thrown by a command that reads the settings first; the program has printed its own errors already.
    if (error instanceof InvalidArgumentError) terminal.err(error.message);
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
    terminal.err(describeFailure(error));
    return EXIT_FAILED;
  }
}

function createProgram(host: CommandHost): Command {
  const { terminal } = host;
  const program = new Command('whatsapp-optin')
    .exitOverride()
    .configureOutput({
      // The terminal ends each line itself.
      writeOut: (text) => terminal.out(text.replace(/\n$/, '')),
      writeErr: (text) => terminal.err(text.replace(/\n$/, '')),
    })
    .showHelpAfterError()
    .description('The customer writes first on WhatsApp: the companion server, its database and its keys.')
    .version(readVersion(), '-v, --version');
  addInitCommand(program, host);
  addDevCommand(program, host);
  addSettingsHelp(program);
  addServeCommand(program, host);
  addMigrateCommand(program, host);
  addDoctorCommand(program, host);
  addVerifyCommand(program, host);
  addKeysCommand(program, host);
  addOrganizationCommand(program, host);
  addContactsCommand(program, host);
  addEventsCommand(program, host);
  addAuditCommand(program, host);
  addExportCommand(program, host);
  addImportCommand(program, host);
  addRestoreCheckCommand(program, host);
  return program;
}

/** Loaded on demand: it brings the whole server. */
function addServeCommand(program: Command, { terminal, finish }: CommandHost): void {
  const command = addExamples(addJson(program.command('serve')), 'serve', 'serve --json')
    .description('migrate the database and serve the HTTP API until SIGTERM or SIGINT')
    .action(async ({ json }: { json?: true }) => {
      const { serveCommand } = await import('./serve-command.js');
      finish(await serveCommand(terminal, { json }));
    });
  addSettingsHelp(command);
}

/** The list of variables follows requested help only; after an error it would hide the error. */
function addSettingsHelp(command: Command): void {
  command.addHelpText('after', ({ error }) => (error ? `\n${SETTINGS}` : `\n${SETTINGS}\n\n${variablesHelp()}`));
}
