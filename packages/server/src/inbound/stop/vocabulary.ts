import { foldWords } from './fold.js';
import type { Lexicon } from './lexicon.js';
import { withoutRepeats } from './look-alikes.js';
import type { WordForms } from './word-forms.js';

type WordClass = Exclude<keyof Lexicon, 'objectStems' | 'prefixes' | 'article' | 'haltHere'>;

/** Classes as bits: a phrase may stand in several. */
export const CLASS = {
  stop: 1,
  halt: 2,
  end: 4,
  object: 8,
  send: 16,
  not: 32,
  refuse: 64,
  refusal: 128,
  me: 256,
  request: 512,
  doubt: 1024,
  other: 2048,
  unsure: 4096,
  filler: 8192,
} as const satisfies Record<WordClass, number>;

/** A language, compiled to look words up. */
export interface Vocabulary {
  /** Classes of a phrase of folded words, joined by spaces. */
  classes: ReadonlyMap<string, number>;
  /** Words that occur in phrases, by themselves and by their form without repeated letters. */
  words: ReadonlyMap<string, string>;
  /** Words in the longest phrase that begins with this one. */
  longest: ReadonlyMap<string, number>;
  objectStems: readonly string[];
  prefixes: readonly string[];
  article: string;
}

/** `isHere`: whether the organization's own language is this one. */
export function compileVocabulary(lexicons: readonly Lexicon[], isHere: boolean): Vocabulary {
  const classes = new Map<string, number>();
  const words = new Map<string, string>();
  const longest = new Map<string, number>();
  const article = lexicons.flatMap((lexicon) => foldWords(lexicon.article ?? ''))[0] ?? '';
  const add = (phrase: string, bits: number): void => {
    const folded = foldWords(phrase).map((word) => withoutArticle(word, article));
    const key = folded.join(' ');
    classes.set(key, (classes.get(key) ?? 0) | bits);
    const [first = ''] = folded;
    longest.set(first, Math.max(longest.get(first) ?? 0, folded.length));
    for (const word of folded) {
      words.set(word, word);
      const short = withoutRepeats(word);
      if (!words.has(short)) words.set(short, word);
    }
  };
  for (const lexicon of lexicons) {
    for (const name of Object.keys(CLASS) as WordClass[]) for (const phrase of lexicon[name]) add(phrase, CLASS[name]);
    for (const phrase of lexicon.haltHere ?? []) add(phrase, isHere ? CLASS.halt : CLASS.unsure);
  }
  const stems = lexicons.flatMap(({ objectStems = [] }) => objectStems).flatMap(foldWords);
  const prefixes = lexicons.flatMap((lexicon) => lexicon.prefixes ?? []).flatMap(foldWords);
  return { classes, words, longest, objectStems: stems, prefixes, article };
}

/** A word as the vocabulary spells it; as it was typed where it is not known. */
export function spellAs(forms: WordForms, { words, prefixes, article }: Vocabulary): string {
  const word = withoutArticle(forms.typed, article);
  if (words.get(word) === word) return word;
  for (const form of [...forms.short, forms.latin]) {
    const known = words.get(withoutArticle(form, article));
    // A form without repeats stands for the word; another one only for itself.
    if (known !== undefined && (known === form || form !== forms.latin)) return known;
  }
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const rest = withoutArticle(word.slice(prefix.length), article);
    if (rest.length >= MIN_LENGTH_OF_REST && words.get(rest) === rest) return rest;
  }
  return word;
}

/** A shorter rest is a word of its own. */
const MIN_LENGTH_OF_REST = 3;

/** Also without the silent alef after a plural's waw, which many leave out: أوقفوا, اوقفو. */
function withoutArticle(word: string, article: string): string {
  if (article === '') return word;
  const short = word.length > MIN_LENGTH_OF_REST && word.endsWith('وا') ? word.slice(0, -1) : word;
  const hasArticle = short.startsWith(article) && short.length - article.length >= MIN_LENGTH_OF_REST;
  return hasArticle ? short.slice(article.length) : short;
}
