import { classifyKeyword, isReadableKeyword } from './inbound/stop-words.js';
import type { OptionChecks } from './option-checks.js';
import type { WhatsAppOptInOptions } from './options.js';
import type { ResolvedOptions } from './resolved-options.js';

const isWordList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string' && isReadableKeyword(word));

export function resolveKeywords(
  checks: OptionChecks,
  keywords: WhatsAppOptInOptions['keywords'] = {},
): ResolvedOptions['keywords'] {
  const read = (name: 'stop' | 'start'): readonly string[] => {
    const words = keywords[name] ?? [];
    if (isWordList(words)) return words;
    checks.wrong(`keywords.${name}`, 'must be a list of words, each with letters or digits, at most 200 characters.');
    return [];
  };
  const stop = read('stop');
  const start = read('start');
  const taken = start.filter((word) => classifyKeyword(word, { stop, start: [] }) === 'stop');
  if (taken.length > 0) checks.wrong('keywords.start', `holds what stops messages: ${taken.join(', ')}.`);
  return { stop, start };
}
