import { pagePlatform, type PagePlatform } from './page-platform.js';

/** Delays before the retries of a failed load; jittered to between half and all. */
const RETRY_DELAYS_MS = [1_000, 4_000];

type LossListener = (error: Error) => void;

/** Parts that failed all timed retries, by name, until a later attempt succeeds. */
const losses = new Map<string, Error>();
const lossListeners = new Set<LossListener>();

/** @param listener - called for each part that failed all timed retries, past and future. @returns unsubscribe. */
export function subscribeToLosses(listener: LossListener): () => void {
  losses.forEach((error) => listener(error));
  lossListeners.add(listener);
  return () => void lossListeners.delete(listener);
}

/** A part of the page's code in its own file, shared by all prompts of a page. */
export interface LazyPart<Module> {
  /** `null` while it is not loaded. */
  get(): Module | null;
  /** True after a failed attempt, until a later one succeeds. */
  hasFailed(): boolean;
  /** Loads it, or waits for the current attempt. Never rejects; `null` if the attempt failed. */
  load(): Promise<Module | null>;
  /** Called after each attempt; an error in it goes to the console. @returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** Sets the module itself: a server renders synchronously. */
  set(module: Module): void;
}

/**
 * Creates a lazy part. A failed attempt is repeated by timer, and when the page comes online, becomes visible or requests the
 * part. The page works fully after a later success. After the timed retries one console line names the file.
 *
 * @param name - the purpose of the part, for the console line.
 */
export function createLazyPart<Module>(
  name: string,
  importPart: () => Promise<Module>,
  platform: Pick<PagePlatform, 'setTimer' | 'random' | 'isVisible' | 'onChange'> = pagePlatform,
): LazyPart<Module> {
  const listeners = new Set<() => void>();
  let module: Module | null = null;
  let attempt: Promise<Module | null> | null = null;
  let hasFailed = false;
  let timedRetries = 0;
  let stopRetrying = () => {};

  function changed(): void {
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // One card that fails does not keep the others from the part.
        console.error(`whatsapp-optin: ${name} could not be applied.`, error);
      }
    }
  }

  function loaded(found: Module): Module {
    stopRetrying();
    module = found;
    hasFailed = false;
    timedRetries = 0;
    losses.delete(name);
    return found;
  }

  function failed(cause: unknown): null {
    attempt = null;
    stopRetrying();
    hasFailed = true;
    const delayMs = RETRY_DELAYS_MS[timedRetries];
    const retry = () => void part.load();
    const onTimer = () => {
      timedRetries += 1;
      retry();
    };
    const cancelTimer = delayMs ? platform.setTimer(onTimer, delayMs * (0.5 + platform.random() / 2)) : () => {};
    const stopListening = platform.onChange(() => platform.isVisible() && retry());
    stopRetrying = () => {
      cancelTimer();
      stopListening();
    };
    if (!delayMs && !losses.has(name)) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      losses.set(name, error);
      console.error(`whatsapp-optin: the file with ${name} did not load. ${error.message}`);
      for (const listener of [...lossListeners]) listener(error);
    }
    return null;
  }

  const part: LazyPart<Module> = {
    get: () => module,
    hasFailed: () => hasFailed,
    load: () =>
      (attempt ??= importPart()
        .then(loaded, failed)
        .then((found) => {
          changed();
          return found;
        })),
    subscribe(listener) {
      const mine = () => listener();
      listeners.add(mine);
      return () => void listeners.delete(mine);
    },
    set(found) {
      attempt = Promise.resolve(loaded(found));
    },
  };
  return part;
}
