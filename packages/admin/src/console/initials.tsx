const WORD = /[\p{L}\p{N}]+/gu;

/** First letters of the first two words: `Al Noor Clinic` gives `AN`. Decoration: the name stands beside it. */
export function Initials({ name, shape }: { name: string; shape: 'round' | 'square' }) {
  const letters = [...name.matchAll(WORD)].slice(0, 2).map(([word]) => [...word][0]);
  return (
    <span className="woa-initials" data-shape={shape} aria-hidden="true">
      {letters.join('').toLocaleUpperCase()}
    </span>
  );
}
