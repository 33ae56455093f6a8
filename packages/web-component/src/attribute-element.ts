import { attributeName, attributeText, type Attribute } from './attribute.js';

export type AttributeTable = Readonly<Record<string, Attribute<unknown>>>;

export type AttributeValues<Table extends AttributeTable> = {
  -readonly [Property in keyof Table]: Table[Property] extends Attribute<infer Value> ? Value : never;
};

export interface AttributeElement {
  /** Called after an attribute of the table has changed, with the property's name. */
  attributeChanged?(property: string): void;
}

// On a server there is no HTMLElement; the class must still be importable there.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * A class whose properties are its attributes: `messageStyle` is `message-style`. The attribute is the only memory, so the two
 * never differ. `undefined`, `null` and `false` take an attribute away.
 */
export function elementWithAttributes<Table extends AttributeTable>(
  table: Table,
): new () => HTMLElement & AttributeValues<Table> & AttributeElement {
  const propertyByAttribute = new Map<string, string>();

  class ElementWithAttributes extends Base {
    static observedAttributes: string[];
    declare attributeChanged?: (property: string) => void;

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before !== after) this.attributeChanged?.(propertyByAttribute.get(name) ?? name);
    }
  }

  for (const [property, parse] of Object.entries(table)) {
    const name = attributeName(property);
    propertyByAttribute.set(name, property);
    Object.defineProperty(ElementWithAttributes.prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return parse(this.getAttribute(name));
      },
      set(this: HTMLElement, value: unknown) {
        const text = attributeText(value);
        if (text === null) this.removeAttribute(name);
        else this.setAttribute(name, text);
      },
    });
  }
  ElementWithAttributes.observedAttributes = [...propertyByAttribute.keys()];
  return ElementWithAttributes as unknown as new () => HTMLElement & AttributeValues<Table> & AttributeElement;
}

/** Properties that were set on the plain node before its class was known hide the class's accessors; this sets them again. */
export function keepEarlyProperties(element: HTMLElement): void {
  const node = element as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(node)) {
    if (!(name in Object.getPrototypeOf(node))) continue;
    delete node[name];
    node[name] = value;
  }
}
