// @ts-check
import { table } from './markdown.mjs';

/**
 * @typedef {object} Measured
 * @property {Awaited<ReturnType<typeof import('./server.mjs').measureServer>>} server
 * @property {Awaited<ReturnType<typeof import('./server.mjs').measurePglite>>} pglite
 */

/** @typedef {import('./load.mjs').Load} Load */

/** @param {Load} load */
const figure = ({ perSecond, p99Ms }) => `${perSecond.toFixed(0)} (${p99Ms.toFixed(1)})`;

/**
 * @param {Load} own
 * @param {Load} low
 */
const ratio = (own, low) => (own.perSecond / low.perSecond).toFixed(2);

/**
 * The figures of the server as Markdown.
 *
 * @param {Measured} measured
 * @returns {string}
 */
export function describeServer({ server, pglite }) {
  const { rows, paced, unpaced, organizations, postgres } = server;
  return [
    '### Webhooks',
    `PostgreSQL ${postgres} with fsync, clients and servers on the same machine, median of rounds in turns: webhooks a second, in brackets the slowest hundredth in ms. The floor is a bare handler that checks the same signature and stores in one statement. A further message is one in an open session, of a customer who came by a code.`,
    table(
      ['at once', 'floor', 'further message', 'ratio', `${organizations} organizations`, 'of one’s'],
      rows.map(({ atOnce, floor, further, many }) => [
        ...[String(atOnce), figure(floor), figure(further), ratio(further, floor)],
        ...[figure(many), ratio(many, further)],
      ]),
    ),
    'A message that opens a session with a code. Its welcome follows in the same process, so that it takes its part of the machine.',
    table(
      ['at once', 'floor', 'opening message', 'ratio'],
      rows.map(({ atOnce, opens }) => [
        ...[String(atOnce), figure(opens.floor), figure(opens.ours), ratio(opens.ours, opens.floor)],
      ]),
    ),
    '### Notifications',
    `Push that reaches nobody, then WhatsApp that accepts by HTTP, ${unpaced.atOnce} at once; processor time of the process in which the server, its caller and the stand-in of the vendor run. "Paced" is one number of Meta's with its default of 80 messages a second.`,
    table(
      ['what', 'a second', 'ms of the process each'],
      [
        ['`notify`, paced', ...rate(paced.single)],
        ['`notify`', ...rate(unpaced.single)],
        ['`POST /api/notifications/batch`, 500 each', ...rate(unpaced.many)],
        ['status webhook', ...rate(unpaced.statuses)],
      ],
    ),
    `Outcomes: ${JSON.stringify(paced.methods)} paced, ${JSON.stringify(unpaced.methods)} otherwise.`,
    '### Embedded database',
    `First start in a new folder ${(pglite.freshMs / 1000).toFixed(2)} s; the same folder again ${(pglite.againMs / 1000).toFixed(2)} s, ${(pglite.rssBytes / 1e6).toFixed(0)} MB resident.`,
  ].join('\n\n');
}

/** @param {{ perSecond: number, cpuMsEach: number }} measured */
function rate({ perSecond, cpuMsEach }) {
  return [perSecond.toFixed(0), cpuMsEach.toFixed(2)];
}
