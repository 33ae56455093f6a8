/** A piece of a picture, fully told: drawn once, and later kept up to date by `patch`. */
export type Drawing = string | number | boolean | null | undefined | readonly Drawing[] | DrawnElement;

export interface DrawnElement {
  readonly tag: string;
  readonly properties: Properties;
}

/** Attributes by name, and what is inside as `children`. */
export type Properties = Readonly<Record<string, Drawing>>;
