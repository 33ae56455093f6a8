import { OPT_IN_STATES, type OptInState } from '@whatsapp-optin/sdk';
import { expect, userEvent, waitFor } from 'storybook/test';
import { promptIn, rootOf } from './prompt-of.js';
import { caseOf } from './state-args.js';
import { toolbarFrom } from './toolbar.js';

interface StoryPlay {
  args: { display?: string | undefined; testState?: string | undefined; 'test-state'?: string | undefined };
  globals: Readonly<Record<string, unknown>>;
  canvasElement: HTMLElement;
}

/** Play function of every story of a state: opens a launcher's panel, and expects the words that the state must show. */
export async function expectState({ args, globals, canvasElement }: StoryPlay): Promise<void> {
  const state = OPT_IN_STATES.find((one) => one === (args.testState ?? args['test-state']));
  if (!state) return;
  const prompt = await promptIn(canvasElement, state);
  await openPanel(canvasElement);
  const { locale } = toolbarFrom(globals);
  if (args.display === 'card' && (locale === 'en' || locale === 'ar')) await expectWords(prompt, state, locale);
}

async function openPanel(canvasElement: HTMLElement): Promise<void> {
  const launcher = rootOf(canvasElement).querySelector<HTMLElement>('.whatsapp-optin-launcher');
  if (!launcher || launcher.getAttribute('aria-expanded') === 'true') return;
  await userEvent.click(launcher);
  await waitFor(() => expect(launcher).toHaveAttribute('aria-expanded', 'true'));
}

async function expectWords(prompt: HTMLElement, state: OptInState, locale: 'en' | 'ar'): Promise<void> {
  const { heading, texts, link, dir } = caseOf(state, locale);
  await expect(prompt).toHaveAttribute('dir', dir);
  // Lazily loaded words appear after the first render.
  await waitFor(() => expect(prompt).toHaveTextContent(heading));
  for (const text of texts) await expect(prompt).toHaveTextContent(text);
  const anchor = prompt.querySelector('.whatsapp-optin-link');
  if (link) await expect(anchor).toHaveAttribute('href', expect.stringContaining('966500000000'));
  else await expect(anchor).toBeNull();
}
