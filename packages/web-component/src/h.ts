/** A piece of a picture, fully told: what a first paint draws at once and Preact later keeps up to date. */
export type Drawing = string | number | null | undefined | false | readonly Drawing[] | DrawnElement;

export interface DrawnElement {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Drawing[];
}

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Makes an element of a picture, for JSX; a component is called at once, since it has nothing to remember. */
export function h<Props extends object>(
  tag: string | ((props: Props) => Drawing),
  props: Props | null,
  ...children: readonly Drawing[]
): Drawing {
  if (typeof tag === 'function') return tag({ ...props, children } as Props & { children: readonly Drawing[] });
  return { tag, attributes: (props ?? {}) as Attributes, children };
}

/** `<>…</>` */
export function Fragment({ children }: { children?: Drawing }): Drawing {
  return children;
}

export declare namespace h {
  namespace JSX {
    type Element = Drawing;
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicElements {
      [tag: string]: Readonly<Record<string, Drawing | boolean>>;
    }
  }
}
