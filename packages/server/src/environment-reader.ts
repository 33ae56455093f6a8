import type { OptionProblem } from './option-checks.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables strictly and writes down what is wrong. A blank variable counts as not set. */
export class EnvironmentReader {
  readonly problems: OptionProblem[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  wrong(variable: string, message: string): void {
    this.problems.push({ option: variable, message });
  }

  text(variable: string): string | undefined {
    return this.#env[variable]?.trim() || undefined;
  }

  number(variable: string): number | undefined {
    const text = this.text(variable);
    if (text === undefined) return undefined;
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    this.wrong(variable, 'must be a number.');
    return undefined;
  }

  flag(variable: string): boolean | undefined {
    const text = this.text(variable)?.toLowerCase();
    if (text === undefined) return undefined;
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    this.wrong(variable, 'must be true or false.');
    return undefined;
  }

  /** Separated by commas. */
  list(variable: string): string[] | undefined {
    const items = this.text(variable)
      ?.split(',')
      .flatMap((item) => item.trim() || []);
    return items && items.length > 0 ? items : undefined;
  }

  oneOf<T extends string>(variable: string, allowed: readonly T[]): T | undefined {
    const text = this.text(variable);
    if (text === undefined) return undefined;
    const found = allowed.find((one) => one === text);
    if (found === undefined) this.wrong(variable, `must be one of: ${allowed.join(', ')}.`);
    return found;
  }
}
