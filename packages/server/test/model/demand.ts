import { isDeepStrictEqual } from 'node:util';

/** What must hold and does not; the message begins with the promise's name. */
export class BrokenPromiseError extends Error {
  override readonly name = 'BrokenPromiseError';
}

/**
 * As an assertion of the test runner's, at a hundredth of its cost: a long run asks some hundred million times.
 *
 * @throws {BrokenPromiseError}
 */
export function demand(holds: boolean, says: string | (() => string)): asserts holds {
  if (!holds) throw new BrokenPromiseError(typeof says === 'string' ? says : says());
}

/** Deep equality. @throws {BrokenPromiseError} with both values. */
export function demandEqual(actual: unknown, expected: unknown, says: string | (() => string)): void {
  if (actual === expected || isDeepStrictEqual(actual, expected)) return;
  const what = typeof says === 'string' ? says : says();
  throw new BrokenPromiseError(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}
