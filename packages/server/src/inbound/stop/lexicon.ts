/**
 * Words and phrases of one language, as people type them; case, accents and punctuation do not matter. A phrase stands in
 * one class. The longest phrase that fits is read.
 */
export interface Lexicon {
  /** Ask for an end even beside one word that is not known: "stop". */
  stop: readonly string[];
  /** Ask for an end only where no other word stands beside them: "close". */
  halt: readonly string[];
  /** Ask for an end of what they name: "cancel", "turn off". */
  end: readonly string[];
  /** What we send, and what it rests on: "messages", "subscription". */
  object: readonly string[];
  /** Beginnings of such words, in languages that add endings. */
  objectStems?: readonly string[];
  /** Verbs for sending: "text", "sending". */
  send: readonly string[];
  /** Forbid the verb beside them: "don't". Beside a word that asks for an end they ask for more. */
  not: readonly string[];
  /** Forbid the object or the verb beside them: "no more", "I don't want". */
  refuse: readonly string[];
  /** Forbid sending by themselves: "göndermeyin". */
  refusal: readonly string[];
  /** To whom: "me", "to me". */
  me: readonly string[];
  /** "Can you": with what follows, a polite request, and no question. */
  request: readonly string[];
  /** Make it a question about stopping, or a wish for later: "how", "can I", "tomorrow". */
  doubt: readonly string[];
  /** Make it no request to us: "don't stop", "bus stop", "why". */
  other: readonly string[];
  /** Complaints that may ask for an end: "too many messages". */
  unsure: readonly string[];
  /** Like `halt` where this is the organization's language, and like `unsure` elsewhere: "pare". */
  haltHere?: readonly string[];
  /** Words that change nothing: "please", "thank you", "again", "from your list". */
  filler: readonly string[];
  /** What may be written in front of a word without a space, and changes nothing: "و". */
  prefixes?: readonly string[];
  /** Likewise, and so often that words are compared without it: "ال". */
  article?: string;
}

export const NO_WORDS: Lexicon = {
  stop: [],
  halt: [],
  end: [],
  object: [],
  send: [],
  not: [],
  refuse: [],
  refusal: [],
  me: [],
  request: [],
  doubt: [],
  other: [],
  unsure: [],
  filler: [],
};

/** The phrases of a table, written one after another with commas and line ends between them. */
export function phrases(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
