/** What a reader of the message would say it asks for. `unclear`: one would ask back. */
export type Label = 'stop' | 'unclear' | 'none';

/** Where a phrase comes from. No phrase is copied from a text of others beyond a keyword or a few reported words. */
export type SourceKind = 'carrier list' | 'reported in an issue' | 'written for this corpus';

/** The phrases of one language. */
export type Corpus = Readonly<Record<Label, Readonly<Partial<Record<SourceKind, readonly string[]>>>>>;
