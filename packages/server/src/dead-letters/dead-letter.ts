import type { Page, PageRequest } from '../admin-queries/page.js';

/** Work that failed again and again and was set aside, so that it holds nothing else up. */
export interface DeadLetter {
  kind: 'reply' | 'inbound_message' | 'notification';
  id: string;
  /** Name of the last error; never its data. */
  lastError: string | null;
  failures: number;
  /** ISO 8601 */
  createdAt: string;
}

export interface DeadLetterService {
  /** Oldest first, at most `limit`. */
  list(organizationId: string, limit: number): Promise<DeadLetter[]>;
  /** Oldest first, page by page. */
  page(organizationId: string, request: PageRequest): Promise<Page<DeadLetter>>;
  /** Makes it due again, with all its tries. `false`: no dead letter of this kind has this id. */
  retry(organizationId: string, kind: DeadLetter['kind'], id: string): Promise<boolean>;
}

/** So many failures in a row park a piece of work. */
export const MAX_FAILURES = 5;
