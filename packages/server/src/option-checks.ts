/** One thing that is wrong; `option` is its path, `organization.secretKey`. The message quotes no secret. */
export interface OptionProblem {
  option: string;
  message: string;
}

/** Thrown once for everything that is missing or wrong. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly problems: readonly OptionProblem[];

  constructor(problems: readonly OptionProblem[], kind: 'option' | 'variable' = 'option') {
    const count = problems.length === 1 ? `1 ${kind} is` : `${problems.length} ${kind}s are`;
    const lines = problems.map(({ option, message }) => `  ${option} ${message}`);
    super(`whatsapp-optin cannot start: ${count} missing or wrong.\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Readers of single values that write down what is wrong and go on with the default, so that one start tells everything.
 * `undefined` and, for texts, blank mean: not given.
 */
export class OptionChecks {
  readonly problems: OptionProblem[] = [];
  readonly warnings: string[] = [];

  wrong(option: string, message: string): void {
    this.problems.push({ option, message });
  }

  warn(option: string, message: string): void {
    this.warnings.push(`${option} ${message}`);
  }

  text(option: string, value: unknown): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') this.wrong(option, 'must be a text.');
    else if (value.trim() !== '') return value.trim();
    return null;
  }

  required(option: string, value: unknown, help: string): string {
    const before = this.problems.length;
    const text = this.text(option, value);
    if (text === null && this.problems.length === before) this.wrong(option, `is missing: ${help}`);
    return text ?? '';
  }

  number(
    option: string,
    value: unknown,
    limits: { fallback: number; min: number; max: number; integer?: boolean },
  ): number {
    const { fallback, min, max, integer = true } = limits;
    if (value === undefined) return fallback;
    const fits = typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));
    if (fits) return value;
    this.wrong(option, `must be a ${integer ? 'whole ' : ''}number from ${min} to ${max}.`);
    return fallback;
  }

  flag(option: string, value: unknown, fallback: boolean): boolean {
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    this.wrong(option, 'must be true or false.');
    return fallback;
  }

  oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[], fallback: T): T {
    if (value === undefined) return fallback;
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.wrong(option, `must be one of: ${allowed.join(', ')}.`);
    return found ?? fallback;
  }

  list(option: string, value: unknown): readonly string[] {
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    this.wrong(option, 'must be a list of texts.');
    return [];
  }

  /** One secret, or several during a rotation; blank ones are left out. */
  secrets(option: string, value: unknown): readonly string[] {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.flatMap((one) => this.text(option, one) ?? []);
  }

  requiredSecrets(option: string, value: unknown, help: string): readonly string[] {
    const before = this.problems.length;
    const secrets = this.secrets(option, value);
    if (secrets.length === 0 && this.problems.length === before) this.wrong(option, `is missing: ${help}`);
    return secrets;
  }

  /** An http(s) address without query, without the slash at its end. */
  url(option: string, value: unknown, fallback: string): string {
    const text = this.text(option, value);
    if (text === null) return fallback;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '') {
      return url.href.replace(/\/+$/, '');
    }
    this.wrong(option, 'must be an address such as "https://clinic.example", without query and fragment.');
    return fallback;
  }
}
