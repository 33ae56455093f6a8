import { classifyKeyword, isReadableKeyword } from './inbound/stop-words.js';
import type { OptionChecks } from './option-checks.js';
import type { WhatsAppOptInOptions } from './options.js';
import type { ResolvedOptions } from './resolved-options.js';

export function resolveKeywords(
  checks: OptionChecks,
  keywords: WhatsAppOptInOptions['keywords'] = {},
): ResolvedOptions['keywords'] {
  const read = (name: 'stop' | 'start'): readonly string[] => {
    const words: unknown = keywords[name] ?? [];
    if (Array.isArray(words) && words.every((word) => typeof word === 'string' && isReadableKeyword(word)))
      return words;
    checks.wrong(
      `keywords.${name}`,
      'must be a list of words, each with letters or digits and at most 200 characters.',
    );
    return [];
  };
  const stop = read('stop');
  const start = read('start');
  const taken = start.filter((word) => classifyKeyword(word, { stop, start: [] }) === 'stop');
  if (taken.length > 0) checks.wrong('keywords.start', `holds what stops messages: ${taken.join(', ')}.`);
  return { stop, start };
}
