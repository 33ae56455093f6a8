import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test';
import { SnippetBuilder } from './snippet-builder.js';

const copy = fn(() => Promise.resolve());
const meta = {
  title: 'Snippet builder',
  component: SnippetBuilder,
  args: { copy },
  parameters: { bare: true, controls: { disable: true } },
} satisfies Meta<typeof SnippetBuilder>;
export default meta;
type Story = StoryObj<typeof meta>;

/** As it comes. */
export const FrontPage: Story = { name: 'Front page' };

/** The three snippets follow the choice, and the HTML one gives the element the attributes of the prompt beside it. */
export const Chosen: Story = {
  name: 'A choice is made',
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement);
    const codeOf = (name: string) => canvas.getByRole('region', { name: `Code for ${name}` }).textContent;
    await step('choose a bar in dark, in Arabic, with an accent and square corners', async () => {
      await userEvent.click(canvas.getByText('bar'));
      await userEvent.click(canvas.getByText('dark'));
      await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Language' }), 'ar');
      await fireEvent.input(canvas.getByLabelText('Accent'), { target: { value: '#4338ca' } });
      await fireEvent.input(canvas.getByRole('slider', { name: 'Corners' }), { target: { value: '0' } });
    });
    await step('all three say so', async () => {
      await waitFor(() => expect(codeOf('HTML')).toContain('--whatsapp-optin-radius: 0px;'));
      for (const name of ['HTML', 'React', 'Vue']) {
        for (const part of ['display="bar"', 'theme="dark"', 'locale="ar"', '#4338ca']) {
          await expect(codeOf(name)).toContain(part);
        }
      }
      await expect(codeOf('React')).toContain("'radius-control': '0px'");
    });
    await step('the HTML one parses into the attributes of the prompt', async () => {
      const parsed = new DOMParser().parseFromString(codeOf('HTML'), 'text/html');
      const written = parsed.querySelector('whatsapp-optin');
      const shown = canvasElement.querySelector('whatsapp-optin');
      for (const name of ['phone', 'organization', 'ticket', 'display', 'locale', 'theme']) {
        await expect([name, written?.getAttribute(name)]).toEqual([name, shown?.getAttribute(name)]);
      }
      await expect(parsed.querySelector('style')?.textContent).toContain('--whatsapp-optin-accent: #4338ca;');
      await expect(written?.querySelector('a')?.href).toBe('https://wa.me/966500000000?text=Hi');
    });
    await step('the button copies what stands there', async () => {
      await userEvent.click(within(canvas.getByRole('region', { name: 'Vue' })).getByRole('button', { name: 'Copy' }));
      await expect(copy).toHaveBeenLastCalledWith(codeOf('Vue'));
      await canvas.findByRole('button', { name: 'Copied' });
    });
  },
};
