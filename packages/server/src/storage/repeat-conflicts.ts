import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './connection-failure.js';

/**
 * `serialization_failure` and `deadlock_detected`: nothing of it has happened, and the same may succeed now. A lost connection
 * is none of them: its outcome is not known. https://www.postgresql.org/docs/15/mvcc-serialization-failure-handling.html
 */
const CONFLICTS: readonly (string | null)[] = ['40001', '40P01'];

const MAX_TRIES = 8;
/** Twice as long before each further try; the half of it is drawn, so that two that met do not meet again. */
const FIRST_WAIT_MS = 5;

export interface RepeatOptions {
  /** Whether all of it is undone by a conflict, so that it may be done again. Default: yes. */
  isWhole?: () => boolean;
  /** @default the clock of the process */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Does a statement or a transaction again where others changed the same rows: at most eight times, within a second of waiting.
 *
 * @throws {Error} what `work` throws: the last conflict, or anything else at once
 */
export async function repeatConflicts<Result>(
  work: () => Promise<Result>,
  { isWhole = () => true, wait = delay }: RepeatOptions = {},
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MAX_TRIES || !CONFLICTS.includes(codeOf(error)) || !isWhole()) throw error;
    }
    const waitMs = FIRST_WAIT_MS * 2 ** (tries - 1);
    await wait(waitMs * (0.5 + Math.random() / 2));
  }
}
