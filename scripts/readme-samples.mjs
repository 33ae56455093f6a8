// @ts-check

/** @typedef {{ language: string, text: string }} Sample */

const MARKED_FENCE = /<!-- sample: ([\w-]+) -->\s*```(\w+)\n([\s\S]*?)```/g;

/**
 * The samples of a document: fenced blocks under a comment that names them. What a reader copies is what the tests run.
 *
 * @param {string} markdown
 * @returns {Map<string, Sample>} by name; empty where none is marked
 * @throws {Error} where two have one name
 */
export function readSamples(markdown) {
  /** @type {Map<string, Sample>} */
  const samples = new Map();
  for (const [, name = '', language = '', text = ''] of markdown.matchAll(MARKED_FENCE)) {
    if (samples.has(name)) throw new Error(`Two samples are named "${name}"; each needs a name of its own.`);
    samples.set(name, { language, text });
  }
  return samples;
}
