import { knownRuns, type ReadClause } from './read-clause.js';
import { CLASS } from './vocabulary.js';

/** How a clause asks for an end. */
export type RequestRule = 'bare_word' | 'weak_word' | 'stop_sending' | 'end_of_object' | 'refused_sending' | 'unwanted';

/** What a clause asks for, if anything. */
export interface Judgement {
  /** `null`: nothing. */
  rule: RequestRule | null;
  /** What speaks for a STOP, less one for each word that is not known. */
  score: number;
  /** The same without the words that are not known. */
  weight: number;
  /** A question, or a wish for later. */
  isDoubtful: boolean;
  /** It says that nothing is to stop, or speaks of something else. */
  isContrary: boolean;
  /** Every word is known, and none asks for anything. */
  isPlain: boolean;
  isUnsure: boolean;
}

/** From here on a clause is a STOP. */
export const CLEAR_SCORE = 2;
const OBJECT_SCORE = 4;

interface Request {
  rule: RequestRule;
  weight: number;
}

export function judgeClause(clause: ReadClause): Judgement {
  const all = clause.phrases.reduce((bits, phrase) => bits | phrase, 0);
  const has = (bits: number): boolean => (all & bits) !== 0;
  const runs = knownRuns(clause);
  const request = runs.map(requestOf).reduce(heavier, null);
  const isWholeSentence = request?.rule === 'bare_word' || request?.rule === 'weak_word';
  // "Can you stop?" asks for anything; "can you stop texting me?" asks for this.
  const asks = has(CLASS.request) ? isWholeSentence : clause.isQuestion;
  return {
    rule: request?.rule ?? null,
    score: (request?.weight ?? 0) - clause.unknownWords,
    weight: request?.weight ?? 0,
    isDoubtful: asks || has(CLASS.doubt),
    isContrary: has(CLASS.other) || runs.some(isNegatedStop),
    isPlain: request === null && clause.unknownWords === 0 && !has(CLASS.other | CLASS.doubt),
    isUnsure: has(CLASS.unsure),
  };
}

function heavier(one: Request | null, other: Request | null): Request | null {
  return (other?.weight ?? 0) > (one?.weight ?? 0) ? other : one;
}

/** A request lies in words that follow each other: "cancel my booking, and message me" asks for no end of messages. */
function requestOf(run: readonly number[]): Request | null {
  const all = run.reduce((bits, phrase) => bits | phrase, 0);
  const has = (bits: number): boolean => (all & bits) !== 0;
  const toMe = has(CLASS.me) ? 1 : 0;
  if (has(CLASS.refusal) || isRefusedSending(run)) {
    return { rule: 'refused_sending', weight: has(CLASS.object) ? OBJECT_SCORE : CLEAR_SCORE + toMe };
  }
  if (has(CLASS.refuse) && has(CLASS.object | CLASS.send)) return { rule: 'unwanted', weight: OBJECT_SCORE };
  if (has(CLASS.stop)) {
    if (has(CLASS.object)) return { rule: 'stop_sending', weight: OBJECT_SCORE };
    if (has(CLASS.send)) return { rule: 'stop_sending', weight: CLEAR_SCORE + toMe };
    return { rule: 'bare_word', weight: CLEAR_SCORE };
  }
  if (has(CLASS.end | CLASS.halt) && has(CLASS.object)) return { rule: 'end_of_object', weight: OBJECT_SCORE };
  if (has(CLASS.end) && has(CLASS.send)) return { rule: 'end_of_object', weight: CLEAR_SCORE };
  return has(CLASS.halt) ? { rule: 'weak_word', weight: CLEAR_SCORE } : null;
}

/** "Don't" beside a verb of sending; in some languages it follows. */
function isRefusedSending(run: readonly number[]): boolean {
  return run.some((bits, at) => (bits & CLASS.not) !== 0 && verbBeside(run, at) === 'send');
}

function isNegatedStop(run: readonly number[]): boolean {
  return run.some((bits, at) => (bits & CLASS.not) !== 0 && verbBeside(run, at) === 'stop');
}

function verbBeside(run: readonly number[], at: number): 'stop' | 'send' | null {
  return firstVerb(run.slice(at + 1)) ?? firstVerb(run.slice(0, at).reverse());
}

function firstVerb(run: readonly number[]): 'stop' | 'send' | null {
  const verb = run.find((bits) => (bits & (CLASS.stop | CLASS.halt | CLASS.end | CLASS.send)) !== 0);
  if (verb === undefined) return null;
  return (verb & CLASS.send) !== 0 ? 'send' : 'stop';
}
