/** The command line itself is wrong; its message says what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
