/** A piece of a picture, fully told: what a first paint draws at once and Preact later keeps up to date. */
export type Drawing = string | number | boolean | null | undefined | readonly Drawing[] | DrawnElement;

export interface DrawnElement {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: Drawing;
}

export type Attributes = Readonly<Record<string, Drawing>>;
