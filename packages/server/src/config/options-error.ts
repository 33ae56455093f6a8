/** One thing that is wrong; `option` is its path, `organization.secretKey`, or its variable. The message quotes no secret. */
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
