import type { Environment } from '../config/environment.js';

/** The world of a command. */
export interface Terminal {
  env: Environment;
  /** Writes one line, or several. */
  out(text: string): void;
  err(text: string): void;
  /** Asks the person at the terminal for a line; absent where there is none. */
  ask?: ((question: string) => Promise<string>) | undefined;
  /** Shows how far long work is, in place of what it showed before; '' clears it. Absent where nobody watches. */
  progress?: ((text: string) => void) | undefined;
  /** Aborts when the process is asked to end. */
  stop: AbortSignal;
}

/** Lines of long work between two texts of its progress. */
export const PROGRESS_EVERY = 1_000;

export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
/** The command line itself is wrong. */
export const EXIT_USAGE = 2;
