import { parse, type Node } from 'acorn';
import { simple } from 'acorn-walk';

/**
 * What one of the oldest browsers cannot read in a module, or reads wrongly: one line for each place.
 *
 * Safari 15.4, Chrome 94 and Firefox 93 read all of ES2022 but this: Safari before 16.4 no `static {}` and no lookbehind, and
 * Safari before 16 resolves names wrongly in a class field whose initializer holds a parenthesis (https://webkit.org/b/236843).
 *
 * @throws SyntaxError for what came after ES2022
 */
export function newSyntaxIn(code: string): string[] {
  const found: string[] = [];
  const note = (what: string, { start }: Node) =>
    found.push(`${what}: ${code.slice(start, start + 80).replace(/\s+/g, ' ')}`);
  simple(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), {
    StaticBlock: (node) => note('static block', node),
    Literal(node) {
      if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) note('lookbehind', node);
    },
    PropertyDefinition(node) {
      const { value } = node;
      // A function as the value resolves its names rightly.
      if (!value || /Function/.test(value.type)) return;
      if (/[()]/.test(code.slice(value.start, value.end))) note('class field with a parenthesis', node);
    },
  });
  return found;
}
