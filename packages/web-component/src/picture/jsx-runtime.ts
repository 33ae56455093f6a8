import type { Attributes, Drawing } from './drawing.js';
import type * as JSX from './jsx-types.js';

export type { JSX };

/** Makes an element of a picture, for JSX; a component is called at once, since it has nothing to remember. */
export function jsx<Props extends object>(tag: string | ((props: Props) => Drawing), props: Props): Drawing {
  if (typeof tag === 'function') return tag(props);
  const { children, ...attributes } = props as Attributes;
  return { tag, attributes, children };
}

export const jsxs = jsx;
