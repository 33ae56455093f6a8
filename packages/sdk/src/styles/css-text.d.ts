/** A style sheet as minified text; `scripts/css-text.mjs` makes it at build. */
declare module '*.css?text' {
  const css: string;
  export default css;
}
