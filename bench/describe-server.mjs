// @ts-check
import { kB, table } from './markdown.mjs';

/**
 * @typedef {object} Measured
 * @property {Awaited<ReturnType<typeof import('./server.mjs').measureServer>>} server
 * @property {Awaited<ReturnType<typeof import('./server.mjs').measurePglite>>} pglite
 */

/**
 * The figures of the server as Markdown.
 *
 * @param {Measured} measured
 * @returns {string}
 */
export function describeServer({ server, pglite }) {
  const { notify } = server;
  return [
    '### Webhooks',
    `PostgreSQL ${server.postgres} without fsync, client on the same machine, median of rounds in turns. The floor is a bare handler that checks the same signature and stores in one statement. Every customer has a session already, so that no welcome is sent meanwhile.`,
    table(
      ['at once', 'floor, /s', 'ours, /s', 'ratio', 'floor, p99 ms', 'ours, p99 ms'],
      server.rows.map(({ atOnce, floor, ours }) => [
        String(atOnce),
        floor.perSecond.toFixed(0),
        ours.perSecond.toFixed(0),
        (ours.perSecond / floor.perSecond).toFixed(2),
        floor.p99Ms.toFixed(1),
        ours.p99Ms.toFixed(1),
      ]),
    ),
    '### Notifications',
    `Push that reaches nobody, then WhatsApp that accepts, ${notify.count} at ${notify.atOnce} at once: ${notify.perSecond.toFixed(0)} a second; the process grew by ${kB(notify.rssGrowthBytes)} kB. Outcomes: ${JSON.stringify(notify.methods)}.`,
    '### Embedded database',
    `First start in a new folder ${(pglite.freshMs / 1000).toFixed(2)} s; the same folder again ${(pglite.againMs / 1000).toFixed(2)} s, ${(pglite.rssBytes / 1e6).toFixed(0)} MB resident.`,
  ].join('\n\n');
}
