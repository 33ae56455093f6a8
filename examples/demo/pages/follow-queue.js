// @ts-check

/** How often a ticket page asks for its place, in ms. */
const ASK_EVERY_MS = 3_000;

/**
 * @typedef {{ number: string, status: 'waiting' | 'called', ahead: number, serving: string | null, department: string, push: boolean }} Queue
 */

/**
 * Asks the clinic for the place in the queue now and then, while somebody looks.
 *
 * @param {string} ticketId
 * @param {(queue: Queue) => void} onQueue
 * @returns {() => void} stops asking
 */
export function followQueue(ticketId, onQueue) {
  let stopped = false;
  async function ask() {
    if (document.hidden) return;
    const response = await fetch(`/demo/tickets/${encodeURIComponent(ticketId)}`).catch(() => null);
    if (!stopped && response?.ok) onQueue(await response.json());
  }
  void ask();
  const timer = setInterval(() => void ask(), ASK_EVERY_MS);
  document.addEventListener('visibilitychange', ask);
  return () => {
    stopped = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
  };
}

/** Allows push for this ticket. @param {string} ticketId @returns {Promise<Queue>} */
export async function allowPush(ticketId) {
  const headers = { 'content-type': 'application/json' };
  const path = `/demo/tickets/${encodeURIComponent(ticketId)}/push`;
  const response = await fetch(path, { method: 'POST', headers, body: '{}' });
  if (!response.ok) throw new Error(`Push was not allowed: HTTP ${response.status}`);
  return response.json();
}
