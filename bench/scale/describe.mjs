// @ts-check
import { table } from '../markdown.mjs';

/**
 * The times by size as Markdown.
 *
 * @param {Awaited<ReturnType<typeof import('./measure.mjs').measureScale>>} sizes at least one
 * @returns {string}
 */
export function describeScale(sizes) {
  const rows = Object.keys(sizes[0]?.times ?? {}).map((what) => [
    what,
    ...sizes.map(({ times }) => (times[what] ?? Number.NaN).toFixed(1)),
  ]);
  const bytes = sizes.map(({ bytes }) => `${(bytes / 1e9).toFixed(2)} GB`);
  return [
    `PostgreSQL ${sizes[0]?.postgres} with fsync, one organization, one message, session, ticket, consent and notification a person, evenly over 30 days. Milliseconds at the storage, without HTTP; median of rounds.`,
    table(
      ['what', ...sizes.map(({ people }) => `${people.toLocaleString('en')} people`)],
      [['database', ...bytes], ...rows],
    ),
  ].join('\n\n');
}
