import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

/**
 * Words and `--options value` of a command.
 *
 * @throws {UsageError} for an option that is unknown or has no value.
 */
export function readArguments<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): { words: string[]; options: Partial<Record<Name, string>> } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { words: positionals, options: values as Partial<Record<Name, string>> };
  } catch (error) {
    const known = names.map((name) => `--${name}`).join(', ');
    throw new UsageError(`${error instanceof Error ? error.message : 'The arguments are wrong.'} Known are: ${known}.`);
  }
}
