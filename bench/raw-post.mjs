// @ts-check
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/** @typedef {{ status: string, tookMs: number, hasRetryAfter: boolean }} Answer */

const TIMEOUT_MS = 30_000;

/**
 * Connections that post prepared bytes, one request at a time each. Node's own client costs more than the server that it asks.
 *
 * @param {number} port
 * @param {number} size
 */
export async function openPool(port, size) {
  /** @type {Connection[]} */
  const free = [];
  for (let at = 0; at < size; at += 100) {
    await Promise.all(Array.from({ length: Math.min(100, size - at) }, async () => free.push(await open(port))));
  }
  return {
    /** @param {Buffer} bytes @returns {Promise<Answer> | null} `null`: all connections are busy */
    post(bytes) {
      const connection = free.pop();
      if (connection === undefined) return null;
      return connection.post(bytes).then(async (answer) => {
        free.push(connection.isOpen() ? connection : await open(port));
        return answer;
      });
    },
    close() {
      for (const connection of free) connection.close();
    },
  };
}

/** @typedef {{ post(bytes: Buffer): Promise<Answer>, isOpen(): boolean, close(): void }} Connection */

/** @param {number} port @returns {Promise<Connection>} */
async function open(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let isOpen = true;
  let text = '';
  /** @type {(answer: { status: string, hasRetryAfter: boolean }) => void} */
  let answered = () => undefined;
  socket.setEncoding('latin1').on('data', (/** @type {string} */ chunk) => {
    text += chunk;
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = text.slice(0, end).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (text.length < end + 4 + length) return;
    if (head.includes('connection: close')) isOpen = false;
    text = '';
    answered({ status: head.slice(9, 12), hasRetryAfter: head.includes('retry-after:') });
  });
  const gone = (/** @type {string} */ status) => {
    isOpen = false;
    answered({ status, hasRetryAfter: false });
  };
  socket.on('error', (error) => gone(/** @type {any} */ (error).code)).on('close', () => gone('closed'));
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  return {
    isOpen: () => isOpen,
    close: () => socket.destroy(),
    post: (bytes) =>
      new Promise((resolve) => {
        const sentAt = performance.now();
        const timer = setTimeout(() => socket.destroy(), TIMEOUT_MS);
        answered = (answer) => {
          clearTimeout(timer);
          answered = () => undefined;
          resolve({ ...answer, tookMs: performance.now() - sentAt });
        };
        if (isOpen) socket.write(bytes);
        else gone('closed');
      }),
  };
}
