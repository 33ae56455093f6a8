import { setImmediate as endOfTurn } from 'node:timers/promises';

/** Runs one piece of work, never twice at once. */
export interface Runner {
  /** Runs it soon: once more after the run under way, if there is one. Never throws. */
  wake(): void;
  /** Runs it now unless it is under way. */
  runIfIdle(): void;
  /** Starts nothing more, and asks the run under way to end. Resolves when it has. */
  stop(): Promise<void>;
}

/** @param work - gets a signal that aborts when it is to take up nothing more. */
export function createRunner(
  work: (stopping: AbortSignal) => Promise<unknown>,
  onError: (error: unknown) => void,
): Runner {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let isWoken = false;

  const run = async (): Promise<void> => {
    // The answer of the request that wakes it leaves first.
    await endOfTurn();
    do {
      isWoken = false;
      try {
        await work(stopping.signal);
      } catch (error) {
        onError(error);
      }
    } while (isWoken && !stopping.signal.aborted);
    running = null;
  };
  const runIfIdle = (): void => {
    if (!stopping.signal.aborted) running ??= run();
  };

  return {
    runIfIdle,
    wake() {
      isWoken = true;
      runIfIdle();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
