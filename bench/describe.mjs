// @ts-check

/**
 * @typedef {object} Measured
 * @property {Awaited<ReturnType<typeof import('./bytes.mjs').measureBytes>>} bytes
 * @property {Awaited<ReturnType<typeof import('./render.mjs').measureRender>>} render
 * @property {Awaited<ReturnType<typeof import('./server.mjs').measureServer>>} server
 * @property {Awaited<ReturnType<typeof import('./server.mjs').measurePglite>>} pglite
 */

/**
 * The figures as Markdown.
 *
 * @param {Measured} measured
 * @param {{ machine: string, date: string, commit: string }} run
 * @returns {string}
 */
export function describe({ bytes, render, server, pglite }, { machine, date, commit }) {
  const { notify } = server;
  const hasPeer = render.rows.some(({ name }) => name.startsWith('react-floating'));
  return [
    `Run of ${date} at commit ${commit}: ${machine}.`,
    '### Bytes',
    'gzip -9, kB of 1,000 bytes, bundled by esbuild. "Later" is everything that may ever be loaded, all languages included.',
    table(
      ['entry', 'first load', 'later', 'later files'],
      bytes.map(({ name, firstBytes, laterBytes, laterFiles }) => [
        name,
        kB(firstBytes),
        kB(laterBytes),
        String(laterFiles),
      ]),
    ),
    '### Time to the DOM',
    `Chromium ${render.chromium}, processor slowed down ${render.throttle} times, median of ${render.rounds} rounds in turns, fetch over loopback (the files of the first load at once) and parsing included. ` +
      (hasPeer
        ? 'Ratios are to react-floating-whatsapp in the same run.'
        : 'react-floating-whatsapp was not installed for this run, so there is no ratio to it; ratios are to the element.'),
    table(
      ['candidate', 'copies', 'ms', 'ratio'],
      render.rows.map(({ name, copies, domMs, ratio }) => [name, String(copies), domMs.toFixed(1), ratio.toFixed(2)]),
    ),
    `${render.mounts.toLocaleString('en')} mounts and removals of the element: the heap grew by ${kB(render.heapBytes)} kB.`,
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

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

/** @param {number} bytes */
function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}
