import type { SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { KEYWORDS } from '../keywords.js';
import { classifyKeyword, NO_KEYWORDS, type FurtherKeywords } from '../stop-words.js';
import type { RequestRule } from './judge-clause.js';
import { firstWords, readMessage, splitClauses, type Reading } from './judge-message.js';
import { everyLanguage } from './lexicons/every-language.js';
import { LEXICONS } from './lexicons/all.js';
import { isSlipOfStop } from './slips.js';
import { isCancelWord } from './cancel-words.js';
import { NO_WORDS, type Lexicon } from './lexicon.js';
import { compileVocabulary, type Vocabulary } from './vocabulary.js';

/** Which rule decided; kept beside the message. */
export type StopRule =
  | 'keyword'
  | RequestRule
  | 'doubt'
  | 'unsure'
  | 'contrary'
  | 'slip'
  | 'cancel_word'
  | 'opt_in_code'
  | 'too_long'
  | 'none';

/** What a message asks for. */
export interface Classification {
  /** `unclear`: it may ask for a stop, and the customer is asked. `none`: it asks for neither. */
  kind: 'stop' | 'start' | 'unclear' | 'none';
  rule: StopRule;
  /** What speaks for a STOP, less one for each unknown word; 0 where words were not weighed. */
  score: number;
}

/** What is known besides the words. */
export interface MessageContext {
  further?: FurtherKeywords | undefined;
  /** The organization's language; it decides about words such as "pare". */
  locale?: string | undefined;
  /** An opt-in code was found: the customer asks for messages, whatever else the text says. "STOP STOP STOP" looks like one. */
  hasCode?: boolean | undefined;
}

/** Code units; WhatsApp's own limit of a text. */
const MAX_LENGTH = 4096;

/**
 * Reads what a message asks for. First the lists of whole messages, then a score by words. Pure; the work is bounded by the
 * length of the text, which is at most 4,096.
 */
export function classifyMessage(text: string, context: MessageContext = {}): Classification {
  const { further = NO_KEYWORDS, locale, hasCode = false } = context;
  const keyword = classifyKeyword(text, further);
  if (keyword !== null) return { kind: keyword, rule: 'keyword', score: 0 };
  if (text.length > MAX_LENGTH) return nothing('too_long');
  if (isCancelWord(text)) return { kind: 'unclear', rule: 'cancel_word', score: 0 };

  const clauses = firstWords(splitClauses(text));
  const readings = COMPILED.map(({ language, here, elsewhere }) => {
    const isHere = language === languageOf(locale);
    return { ...readMessage(clauses, isHere ? here : elsewhere), isHere };
  });
  const contrary = readings.some(({ kind }) => kind === 'contrary');
  const stop = highest(readings, 'stop');
  if (hasCode && stop?.knowsAll !== true) return nothing('opt_in_code');
  if (stop !== null && !(contrary && (isBare(stop) || !stop.knowsAll)))
    return { kind: 'stop', rule: stop.rule, score: stop.score };
  if (contrary) return nothing('contrary');
  const unclear = highest(readings, 'unclear');
  const isPlainHere = readings.some((one) => one.isHere && one.kind === 'none' && one.knowsAll);
  // "Pare" among friends: the organization's own language has another meaning for each word.
  if (unclear?.rule === 'unsure' && isPlainHere) return nothing('none');
  if (unclear !== null) return { kind: 'unclear', rule: unclear.rule, score: unclear.score };
  const isSlip = isSlipOfStop(clauses.flatMap(({ words }) => words.map(({ typed }) => typed)));
  return isSlip ? { kind: 'unclear', rule: 'slip', score: 0 } : nothing('none');
}

function nothing(rule: StopRule): Classification {
  return { kind: 'none', rule, score: 0 };
}

function isBare({ rule }: Reading): boolean {
  return rule === 'bare_word' || rule === 'weak_word';
}

function highest(readings: readonly Reading[], kind: Reading['kind']): Reading | null {
  return readings.reduce<Reading | null>(
    (best, one) => (one.kind === kind && (best === null || one.score > best.score) ? one : best),
    null,
  );
}

const COMPILED: readonly { language: string; here: Vocabulary; elsewhere: Vocabulary }[] = (
  Object.keys(LEXICONS) as SupportedLocale[]
).map((locale) => ({
  language: languageOf(locale),
  here: compileVocabulary(lexiconsOf(locale), true),
  elsewhere: compileVocabulary(lexiconsOf(locale), false),
}));

/** With those whole messages of the lists that the table does not know, so that polite words may stand around them. */
function lexiconsOf(locale: SupportedLocale): Lexicon[] {
  const tables = [everyLanguage, LEXICONS[locale]];
  const vocabulary = compileVocabulary(tables, false);
  const halt = KEYWORDS[locale].stop.filter((text) => readMessage(splitClauses(text), vocabulary).kind !== 'stop');
  return [...tables, { ...NO_WORDS, halt }];
}

function languageOf(locale = ''): string {
  return locale.split('-')[0] ?? '';
}
