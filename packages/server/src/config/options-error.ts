/** One thing that is wrong; `option` is its path, `organization.secretKey`, or its variable. The message quotes no secret. */
export interface OptionProblem {
  /** Path of the option, `organization.secretKey`, or the name of its variable. */
  option: string;
  /** What is wrong, as the end of a sentence that begins with `option`. Quotes no secret. */
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
