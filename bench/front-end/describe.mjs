// @ts-check
import { AIMS } from '../../scripts/budgets.mjs';
import { kB, table } from '../markdown.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./measure.mjs').measureFrontEnd>>} FrontEnd */
/** @typedef {FrontEnd['rows'][number]} Row */

/**
 * The figures of the pages as Markdown.
 *
 * @param {FrontEnd} measured
 * @returns {string}
 */
export function describeFrontEnd({ weights, rows, growth, rounds, throttle, chromium }) {
  const isAt = (/** @type {import('./builds.mjs').Host} */ host) => (/** @type {Row} */ row) => row.host === host;
  return [
    `Chromium ${chromium} as a phone (Pixel 7), processor slowed down ${throttle} times, files gzipped. Each figure is the median of ${rounds} rounds in turns, with the least and the most. Candidates that need a server ask a stand-in on another loopback origin, which answers at once with fixed JSON: their code is real, their servers are not. What misses a limit or an aim is **bold**.`,
    '### Weights',
    'gzip -9, kB of 1,000 bytes, each file by itself; React is not counted. Ours are the built packages; "live" is all that is loaded up to the live opt-in in the heaviest language. Of peers, what they load at once.',
    table(
      ['what', 'kB', 'limit'],
      weights.map(({ name, bytes, limitBytes }) => [
        name,
        marked(kB(bytes), limitBytes !== null && bytes > limitBytes),
        limitBytes === null ? '' : kB(limitBytes),
      ]),
    ),
    '### From nothing, on slow 4G',
    `A page that a browser sees for the first time, React included where the candidate needs it: 1.6 Mbit/s, 150 ms. "End" is "connected" for ours (the stand-in says so as soon as the stream is open), the open feed for the inboxes, and the first picture again for the others. Requests are files + calls of the API, preflights and sockets among them. Aim of the layout shift: ${AIMS.shift}.`,
    table(
      ['candidate', 'up to', 'kB', 'requests', 'ms', 'layout shift', 'longest task, ms'],
      rows
        .filter(isAt('page'))
        .map((row) => [
          row.name,
          row.live ? 'end' : 'first picture',
          kB(row.bytes.median),
          `${row.files.median} + ${row.calls.median}`,
          cell(row.shownMs),
          marked(cell(row.shift, 3), row.isOurs && row.shift.median > AIMS.shift),
          longest(row),
        ]),
    ),
    '### The main thread',
    `The page is there before the widget, which comes over loopback. "Main thread" is its processor time until half a second after the copies are in the DOM: parsing, script, layout, paint. Ratios are to react-floating-whatsapp on the same page. Aims: ${AIMS.ratioToOne} of it with one copy, ${AIMS.ratioToHundred} with a hundred, no task over ${AIMS.longestTaskMs} ms with one. Tasks and the time to the DOM are by the clock, so that a busy machine lengthens them. Heap is of script and DOM, per copy beyond the first.`,
    ...mainThread('A page without React; a widget that needs React brings it', rows.filter(isAt('plain'))),
    ...mainThread('A page that has React', rows.filter(isAt('react'))),
    `${growth.mounts.toLocaleString('en')} mounts and removals of the element: the heap grew by ${kB(growth.bytes)} kB.`,
  ].join('\n\n');
}

/**
 * @param {string} title
 * @param {readonly Row[]} rows
 */
function mainThread(title, rows) {
  const peer = (/** @type {number} */ copies) => rows.find((row) => row.copies === copies);
  const one = rows.filter(({ copies }) => copies === 1);
  return [
    `${title}:`,
    table(
      [
        'candidate',
        'copies',
        'to the DOM, ms',
        'ratio',
        'main thread, ms',
        'ratio',
        'longest task, ms',
        'heap per copy, kB',
      ],
      rows.map((row) => [
        row.name,
        String(row.copies),
        cell(row.shownMs),
        ratio(row.shownMs, peer(row.copies)?.shownMs),
        cell(row.taskMs),
        marked(
          ratio(row.taskMs, peer(row.copies)?.taskMs),
          row.isOurs && isOver(row, peer(row.copies), row.copies === 1 ? AIMS.ratioToOne : AIMS.ratioToHundred),
        ),
        marked(longest(row), row.isOurs && row.copies === 1 && row.longestTaskMs.median > AIMS.longestTaskMs),
        heapPerCopy(
          row,
          one.find(({ name }) => name === row.name),
        ),
      ]),
    ),
  ];
}

/** @typedef {import('./spread.mjs').Spread} Spread */

/** @param {Spread} spread */
function cell({ median, min, max }, digits = 0) {
  const text = (/** @type {number} */ value) => value.toFixed(digits);
  return `${text(median)} (${text(min)}–${text(max)})`;
}

/** The browser reports only tasks over 50 ms. @param {Row} row */
function longest({ longestTaskMs }) {
  const text = (/** @type {number} */ value) => (value === 0 ? '≤ 50' : value.toFixed(0));
  return longestTaskMs.max === 0
    ? '≤ 50'
    : `${text(longestTaskMs.median)} (${text(longestTaskMs.min)}–${text(longestTaskMs.max)})`;
}

/** @param {Spread} own @param {Spread | undefined} peer */
function ratio(own, peer) {
  return peer ? (own.median / peer.median).toFixed(2) : '';
}

/** @param {Row} row @param {Row | undefined} peer @param {number} aim */
function isOver(row, peer, aim) {
  return peer !== undefined && row.taskMs.median / peer.taskMs.median > aim;
}

/** @param {string} text @param {boolean} isMissed */
function marked(text, isMissed) {
  return isMissed ? `**${text}**` : text;
}

/** @param {Row} row @param {Row | undefined} single */
function heapPerCopy({ copies, heapBytes }, single) {
  return copies === 1 || !single ? '' : kB((heapBytes.median - single.heapBytes.median) / (copies - 1));
}
