import type { DrawnElement, Properties } from './drawing.js';
import type * as JSX from './jsx-types.js';

export type { JSX };

/** Makes an element of a picture, for JSX. There are no components: what draws a part is called as a function. */
export function jsx(tag: string, properties: Properties): DrawnElement {
  return { tag, properties };
}

export { jsx as jsxs };
