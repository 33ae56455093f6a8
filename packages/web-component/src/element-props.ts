import {
  appearancePart,
  appearanceVariables,
  classNames,
  type CardElement,
  type OptInAppearance,
} from '@whatsapp-optin/sdk/card';

export type ElementProps = Readonly<Record<string, string | undefined>>;
export type ElementStyle = Readonly<Record<string, string | number>>;

/** Attributes of one element of the card. `data-action` names its action; the element listens at its root. */
export function elementProps(element: CardElement, appearance: OptInAppearance | null): ElementProps {
  const { part, slot, action, attributes } = element;
  if (slot !== undefined) return { name: slot || undefined };
  const own = part && appearance ? appearancePart(appearance, part).className : undefined;
  return {
    ...attributes,
    class: classNames(element),
    part: own ? `${part} ${own}` : part,
    'data-action': action,
  };
}

/** The host's own style for it. */
export function elementStyle({ part }: CardElement, appearance: OptInAppearance | null): ElementStyle | null {
  if (!part || !appearance) return null;
  const { style } = appearancePart(appearance, part);
  return part === 'container' ? { ...appearanceVariables(appearance), ...style } : (style ?? null);
}
