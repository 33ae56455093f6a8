import { setImmediate as endOfTurn } from 'node:timers/promises';

/** Runs one piece of work, never twice at once. */
export interface Runner {
  /** Runs it soon: once more after the run under way, if there is one. Never throws. */
  wake(): void;
  /** Runs it now unless it is under way. */
  runIfIdle(): void;
  /** Starts nothing more. Resolves when the run under way ends. */
  stop(): Promise<void>;
}

export function createRunner(work: () => Promise<unknown>, onError: (error: unknown) => void): Runner {
  let running: Promise<void> | null = null;
  let isWoken = false;
  let isStopped = false;

  const run = async (): Promise<void> => {
    // The answer of the request that wakes it leaves first.
    await endOfTurn();
    do {
      isWoken = false;
      try {
        await work();
      } catch (error) {
        onError(error);
      }
    } while (isWoken && !isStopped);
    running = null;
  };
  const runIfIdle = (): void => {
    if (!isStopped) running ??= run();
  };

  return {
    runIfIdle,
    wake() {
      isWoken = true;
      runIfIdle();
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
