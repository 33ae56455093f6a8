import type { OptInTheme } from '../opt-in/opt-in-display.js';

/** The public custom properties, `--whatsapp-optin-…`. */
export const OPT_IN_TOKENS = [
  ...(['accent', 'accent-hover', 'on-accent', 'surface', 'text', 'muted', 'line', 'tint', 'warn', 'focus'] as const),
  ...(['shadow', 'space', 'radius', 'radius-control', 'font', 'qr-size', 'z'] as const),
] as const;
/** One of `OPT_IN_TOKENS`. */
export type OptInToken = (typeof OPT_IN_TOKENS)[number];

/** Parts that a host may style by name: `::part(…)` of the element, a class or a style of the components. */
export const OPT_IN_PARTS = [
  ...(['container', 'card', 'launcher', 'panel', 'close', 'heading', 'description', 'benefits', 'steps'] as const),
  ...(['hint', 'link', 'skip', 'qr', 'status', 'help', 'help-action', 'number', 'consent'] as const),
] as const;
/** One of `OPT_IN_PARTS`. */
export type OptInPart = (typeof OPT_IN_PARTS)[number];

/** A class (in the element: one more name of the part), or CSS declarations by property. */
export type OptInPartLook = string | Readonly<Record<string, string | number>>;

/** The look of a whole prompt. Unknown names are ignored. */
export interface OptInAppearance {
  /** @default 'auto' */
  readonly theme?: OptInTheme | undefined;
  /** Tokens by name, `accent: '#0a66c2'`. */
  readonly variables?: Readonly<Partial<Record<OptInToken, string>>> | undefined;
  /** A class or a style by part. */
  readonly elements?: Readonly<Partial<Record<OptInPart, OptInPartLook>>> | undefined;
}

/**
 * Reads the tokens of an appearance. Unknown ones are ignored.
 *
 * @returns the custom properties of an appearance, to be set on the outer box.
 */
export function appearanceVariables(appearance: OptInAppearance | null | undefined): Record<string, string> {
  const variables = own(appearance, 'variables') ?? {};
  const given: Record<string, string> = {};
  for (const token of OPT_IN_TOKENS) {
    const value = own(variables, token);
    if (typeof value === 'string' && value !== '') given[`--whatsapp-optin-${token}`] = value;
  }
  return given;
}

/**
 * Reads one part of an appearance.
 *
 * @returns the host's class and style of one part; each is `undefined` if the host gives none.
 */
export function appearancePart(
  appearance: OptInAppearance | null | undefined,
  part: OptInPart,
): { className: string | undefined; style: Readonly<Record<string, string | number>> | undefined } {
  const look = own(own(appearance, 'elements'), part);
  // Both are always written, so that neither is looked for on a prototype.
  return {
    className: typeof look === 'string' && look !== '' ? look : undefined,
    style: look && typeof look === 'object' ? { ...look } : undefined,
  };
}

/** Reads own properties only: a polluted prototype changes nothing. */
function own<Holder extends object, Name extends keyof Holder>(
  holder: Holder | null | undefined,
  name: Name,
): Holder[Name] | undefined {
  return holder && typeof holder === 'object' && Object.hasOwn(holder, name) ? holder[name] : undefined;
}
