import { InvalidArgumentError, type Command } from 'commander';
import type { Terminal } from './terminal.js';

/** What a command needs from the program. */
export interface CommandHost {
  terminal: Terminal;
  /** Takes the exit code of a command that ran. */
  finish(exitCode: number): void;
}

/** `--organization`, for each command that works on one. */
export function addOrganization(command: Command): Command {
  return command.option('--organization <id>', 'which organization; required where there are several');
}

/** `--json`, for each command whose answer a script may read. */
export function addJson(command: Command): Command {
  return command.option('--json', 'the answer as one line of JSON');
}

/** `--json` of a command that holds others, wherever it stands: `keys --json list` is `keys list --json`. */
export function addJsonForAll(group: Command): Command {
  return addJson(group).hook('preSubcommand', (_group, command) => {
    if (group.opts<{ json?: true }>().json) command.setOptionValue('json', true);
  });
}

/** What people type, after the help of a command. */
export function addExamples(command: Command, ...examples: readonly string[]): Command {
  const heading = examples.length === 1 ? 'Example:' : 'Examples:';
  return command.addHelpText('after', `\n${heading}\n${examples.map((line) => `  whatsapp-optin ${line}`).join('\n')}`);
}

/** A reader of one value: `null` means that it is wrong, and the message says what is right. */
export function reader<Value>(must: string, read: (text: string) => Value | null | undefined): (text: string) => Value {
  return (text) => {
    const value = read(text);
    if (value === null || value === undefined) throw new InvalidArgumentError(`It ${must}.`);
    return value;
  };
}

/** A moment, for example `2026-11-01T00:00:00Z`. */
export const readMoment = reader('must be a moment, for example 2026-11-01T00:00:00Z', (text) => {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
});
