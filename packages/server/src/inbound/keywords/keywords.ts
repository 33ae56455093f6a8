/** Meaning of a whole message: stop notifications, or start them again. */
export type Keyword = 'stop' | 'start';

/** The words of one locale, as people write them; case, accents and punctuation do not matter. */
export type Keywords = Readonly<Record<Keyword, readonly string[]>>;
