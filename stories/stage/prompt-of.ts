import { waitFor } from 'storybook/test';

/** The root of the card: the shadow root of the element, else the story itself. */
export function rootOf(canvasElement: HTMLElement): ParentNode {
  const element = canvasElement.querySelector('whatsapp-optin');
  return element ? (element.shadowRoot ?? element) : canvasElement;
}

/** The first node of a class of ours, once it is rendered. */
export async function partOf(canvasElement: HTMLElement, name: string): Promise<HTMLElement> {
  return waitFor(
    () => {
      const part = rootOf(canvasElement).querySelector<HTMLElement>(`.whatsapp-optin-${name}`);
      if (!part) throw new Error(`There is no .whatsapp-optin-${name} yet.`);
      return part;
    },
    { timeout: 10_000 },
  );
}

/** The outer node of the prompt, once it shows this state. */
export async function promptIn(canvasElement: HTMLElement, state: string): Promise<HTMLElement> {
  return waitFor(
    () => {
      const prompt = rootOf(canvasElement).querySelector<HTMLElement>(`.whatsapp-optin[data-state="${state}"]`);
      if (!prompt) throw new Error(`The prompt does not show "${state}" yet.`);
      return prompt;
    },
    { timeout: 10_000 },
  );
}
