import { OPT_IN_PARTS, appearancePart, appearanceVariables, type OptInAppearance } from '@whatsapp-optin/sdk/styles';

/** What was written last, to be taken off again. */
const written = new WeakMap<HTMLElement, string[]>();

/** Writes an appearance upon what is drawn: by the DOM, which no Content-Security-Policy bars. */
export function dress(root: ShadowRoot, appearance: OptInAppearance | null): void {
  const container = root.querySelector<HTMLElement>('[part~=container]');
  if (container) write(container, { ...appearanceVariables(appearance), ...declarations(appearance, 'container') });
  for (const part of OPT_IN_PARTS) {
    const { className } = appearancePart(appearance, part);
    for (const node of root.querySelectorAll<HTMLElement>(`[part~=${part}]`)) {
      if (part !== 'container') write(node, declarations(appearance, part));
      for (const name of className?.split(/\s+/) ?? []) if (name) node.part.add(name);
    }
  }
}

function declarations(appearance: OptInAppearance | null, part: (typeof OPT_IN_PARTS)[number]): Record<string, string> {
  const { style = {} } = appearancePart(appearance, part);
  return Object.fromEntries(Object.entries(style).map(([name, value]) => [kebab(name), String(value)]));
}

function write(node: HTMLElement, wanted: Record<string, string>): void {
  for (const name of written.get(node) ?? []) if (!Object.hasOwn(wanted, name)) node.style.removeProperty(name);
  for (const [name, value] of Object.entries(wanted)) node.style.setProperty(name, value);
  written.set(node, Object.keys(wanted));
}

function kebab(name: string): string {
  return name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
