/** Where options come from, and so what a message calls them: `organization.timeZone` in code, `TIME_ZONE` outside. */
export interface OptionSource {
  kind: 'option' | 'variable';
  /** What the reader of a message knows an option by. */
  nameOf(option: string): string;
  /** Whether somebody chose it, so that it is no default. */
  isGiven(option: string): boolean;
}

/** Options in the host's code. */
export function optionsInCode(options: unknown): OptionSource {
  return { kind: 'option', nameOf: (option) => option, isGiven: (option) => valueAt(options, option) !== undefined };
}

/** The value at `organizations[0].name`. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((name) => name !== '')
    .reduce((found, name) => (found as Record<string, unknown> | null | undefined)?.[name], value);
}
