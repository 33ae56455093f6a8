import { formsOf, type WordForms } from './word-forms.js';
import { foldWords } from './fold.js';
import { CLEAR_SCORE, judgeClause, type Judgement, type RequestRule } from './judge-clause.js';
import { unboxLetters } from './look-alikes.js';
import { readClause } from './read-clause.js';
import type { Vocabulary } from './vocabulary.js';

/** What says more is a letter, and is at most unclear. */
const MAX_WORDS = 40;
/** Words that are read at all. */
const MAX_WORDS_READ = 100;
/** A longer word is none of ours. */
const MAX_WORD_LENGTH = 40;
/** In a longer message a lone "stop" is a part of another sentence. */
const MAX_WORDS_AROUND_STOP = 6;

/** A message in words, cut at its punctuation. */
export interface Clause {
  words: readonly WordForms[];
  isQuestion: boolean;
}

/** What one language makes of a message. */
export interface Reading {
  kind: 'stop' | 'unclear' | 'contrary' | 'none';
  /** What decides. */
  rule: RequestRule | 'doubt' | 'unsure' | 'contrary' | 'none';
  score: number;
  /** No word is unknown. */
  knowsAll: boolean;
}

/** Cuts a text at marks and line ends. Apostrophes and hyphens cut words, not clauses. */
export function splitClauses(text: string): Clause[] {
  // "Stoooop" needs three of its letters, not three hundred.
  const parts = unboxLetters(text)
    .replaceAll(/(.)\1{3,}/gsu, '$1$1$1')
    .split(/([.!?,;:…。！？،؛؟।۔\n\r]+)/u);
  const clauses: Clause[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const words = foldWords(parts[at] ?? '').map((word) => formsOf(word.slice(0, MAX_WORD_LENGTH)));
    if (words.length > 0) clauses.push({ words, isQuestion: /[?؟？]/u.test(parts[at + 1] ?? '') });
  }
  return clauses;
}

/** The clauses of the first 100 words. */
export function firstWords(clauses: readonly Clause[]): Clause[] {
  let left = MAX_WORDS_READ;
  const read: Clause[] = [];
  for (const { words, isQuestion } of clauses) {
    if (left <= 0) break;
    read.push({ words: words.slice(0, left), isQuestion });
    left -= words.length;
  }
  return read;
}

export function readMessage(clauses: readonly Clause[], vocabulary: Vocabulary): Reading {
  const read = clauses.map(({ words, isQuestion }) => readClause(words, isQuestion, vocabulary));
  const judgements = read.map(judgeClause);
  const words = clauses.reduce((sum, clause) => sum + clause.words.length, 0);
  const best = judgements.reduce<Judgement | null>(
    (found, one) => (one.rule !== null && (found === null || weightOf(one) > weightOf(found)) ? one : found),
    null,
  );
  const isContrary = judgements.some((one) => one.isContrary);
  const knowsAll = read.every(({ unknownWords }) => unknownWords === 0);
  if (best === null || best.rule === null) {
    if (isContrary) return { kind: 'contrary', rule: 'contrary', score: 0, knowsAll };
    const isUnsure = knowsAll && judgements.some((one) => one.isUnsure);
    return { kind: isUnsure ? 'unclear' : 'none', rule: isUnsure ? 'unsure' : 'none', score: 0, knowsAll };
  }
  const { rule, score } = best;
  if (best.isContrary) return { kind: 'contrary', rule, score, knowsAll };
  const others = judgements.filter((one) => one !== best);
  const isBare = rule === 'bare_word' || rule === 'weak_word';
  if (best.isDoubtful) {
    const isNear = isBare ? rule === 'bare_word' && score >= CLEAR_SCORE : isNearRequest(best);
    return { kind: isNear ? 'unclear' : 'none', rule: 'doubt', score, knowsAll };
  }
  const standsAlone = others.every((one) => one.isPlain || (one.rule !== null && one.score >= CLEAR_SCORE));
  if (score >= CLEAR_SCORE && (isBare ? standsAlone && !isContrary : true)) {
    return { kind: words > MAX_WORDS ? 'unclear' : 'stop', rule, score, knowsAll };
  }
  if (isContrary) return { kind: 'contrary', rule, score, knowsAll };
  if (rule === 'weak_word') return { kind: knowsAll ? 'unclear' : 'none', rule, score, knowsAll };
  if (rule === 'bare_word') {
    const isNear = score >= CLEAR_SCORE || (score === CLEAR_SCORE - 1 && words <= MAX_WORDS_AROUND_STOP);
    return { kind: isNear ? 'unclear' : 'none', rule, score, knowsAll };
  }
  return { kind: isNearRequest(best) ? 'unclear' : 'none', rule, score, knowsAll };
}

/** A clear clause before a doubtful one, the surer before the less sure. */
function weightOf({ score, isDoubtful, isContrary, rule }: Judgement): number {
  const isBare = rule === 'bare_word' || rule === 'weak_word';
  return score + (isBare ? 0 : 1) - (isDoubtful || isContrary ? 100 : 0);
}

/** With what it asks to end, some words more may be unknown than without. */
function isNearRequest({ score, weight }: Judgement): boolean {
  return weight > CLEAR_SCORE + 1 ? score >= 0 : weight > CLEAR_SCORE ? score > 0 : score >= CLEAR_SCORE;
}
