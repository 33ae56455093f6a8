import { plainText } from '../opt-in/rich-text.js';
import type { OptInAction, RichText } from '../opt-in/opt-in-view.js';
import { ownProperties } from '../own-properties.js';
import type { OptInPart } from '../styles/appearance.js';
import type { CardIcon } from './icons.js';

/** What a control does: an action of the view, or opening and closing the launcher's panel. */
export type CardAction = OptInAction | 'toggle_launcher';

/** Parts that a host may replace with a component. */
export type CardComponent = 'Root' | 'Heading' | 'Description' | 'Link' | 'Skip' | 'Icon';

/** One element of the card. Attribute names are HTML's; an `undefined` one is absent. */
export interface CardElement {
  /** `div`, `a`, `svg`; `slot` for a place that a host may fill. */
  readonly tag: string;
  /** Identifies an element among its siblings. The key of a text is its words. */
  readonly key?: string | undefined;
  /** Class names without the prefix `whatsapp-optin-`; an empty one is the prefix alone. */
  readonly classes?: string | undefined;
  /** Its name for the host's styles. */
  readonly part?: OptInPart | undefined;
  /** The component that a host may put in its place. */
  readonly component?: CardComponent | undefined;
  /** The icon that it shows. */
  readonly icon?: CardIcon | undefined;
  /** A place that a host may fill with its own content; by default it shows the children. `''`: the page's own link. */
  readonly slot?: string | undefined;
  /** What a press on it does. */
  readonly action?: CardAction | undefined;
  /** By their HTML names. */
  readonly attributes?: Readonly<Record<string, string | undefined>> | undefined;
  readonly children: readonly CardNode[];
}

/** A hole (`null`, `false`, `undefined`) keeps the place of its siblings. */
export type CardNode = CardElement | string | null | undefined | false;

type Settings = Omit<CardElement, 'tag' | 'children'>;

/** Every field of an element is its own: nothing planted on the prototype of objects may become part of the card. */
const NO_SETTINGS: Readonly<Record<keyof Settings, undefined>> = {
  key: undefined,
  classes: undefined,
  part: undefined,
  component: undefined,
  icon: undefined,
  slot: undefined,
  action: undefined,
  attributes: undefined,
};

export function element(tag: string, given: Settings, ...children: readonly CardNode[]): CardElement {
  const made = { ...NO_SETTINGS, ...given, tag, children };
  made.attributes = ownProperties(made.attributes);
  return made;
}

/**
 * Text as the only content of its element, which another text replaces. A page translator swaps text nodes, and a renderer
 * that updates the swapped one changes nothing on screen. Isolated pieces keep their left-to-right order.
 */
export function text(content: RichText | string, classes?: string): CardElement {
  const pieces = typeof content === 'string' ? [content] : content;
  const children = pieces.map((piece) =>
    typeof piece === 'string' ? piece : element('bdi', { attributes: { dir: 'ltr' } }, piece.isolated),
  );
  return element('span', { key: plainText(pieces), classes }, ...children);
}

/** Turns the card into a renderer's elements, children first. */
export function convertCard<Node>(
  node: CardNode,
  create: (element: CardElement, children: (Node | string | null)[]) => Node,
): Node | string | null {
  if (typeof node === 'string') return node;
  if (!node) return null;
  return create(
    node,
    node.children.map((child) => convertCard(child, create)),
  );
}

/** `whatsapp-optin-text whatsapp-optin-status` for `text status`. */
export function classNames({ classes }: CardElement, own?: string): string | undefined {
  const ours = classes?.replace(/\S+/g, (name) => (name === 'root' ? PREFIX : `${PREFIX}-${name}`));
  return ours && own ? `${ours} ${own}` : ours || own || undefined;
}

const PREFIX = 'whatsapp-optin';
