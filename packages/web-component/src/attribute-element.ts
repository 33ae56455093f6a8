import type { Attribute } from './attribute.js';

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
 * never differ.
 */
export function elementWithAttributes<Table extends AttributeTable>(
  table: Table,
): new () => HTMLElement & AttributeValues<Table> & AttributeElement {
  const propertyByAttribute = new Map(Object.keys(table).map((property) => [attributeName(property), property]));

  class ElementWithAttributes extends Base {
    static observedAttributes = [...propertyByAttribute.keys()];
    declare attributeChanged?: (property: string) => void;

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      const property = propertyByAttribute.get(name);
      if (property && before !== after) this.attributeChanged?.(property);
    }
  }

  for (const [name, property] of propertyByAttribute) {
    const attribute = table[property] as Attribute<unknown>;
    Object.defineProperty(ElementWithAttributes.prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return attribute.parse(this.getAttribute(name));
      },
      set(this: HTMLElement, value: unknown) {
        const text = attribute.format(value);
        if (text === null) this.removeAttribute(name);
        else this.setAttribute(name, text);
      },
    });
  }
  return ElementWithAttributes as unknown as new () => HTMLElement & AttributeValues<Table> & AttributeElement;
}

/** Properties that were set on the plain node before its class was known hide the class's accessors; this sets them anew. */
export function keepEarlyProperties(element: HTMLElement, names: readonly string[]): void {
  const node = element as unknown as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(node, name)) continue;
    const value = node[name];
    delete node[name];
    node[name] = value;
  }
}

function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
