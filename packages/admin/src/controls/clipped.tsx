/** One line of a stranger's text, from its own beginning, whichever way it is written; the whole on hover. */
export function Clipped({ text }: { text: string }) {
  return (
    <span className="woa-clip" dir="auto" title={text}>
      {text}
    </span>
  );
}
