import type { Meta, StoryObj } from '@storybook/react-vite';
import { userEvent, within } from 'storybook/test';
import { partOf, promptIn } from '../stage/prompt-of.js';
import { Playground } from './playground.js';

const meta = {
  title: 'Play with it',
  component: Playground,
  parameters: { bare: true, controls: { disable: true } },
} satisfies Meta<typeof Playground>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The front page: nothing has happened yet. */
export const FrontPage: Story = { name: 'Front page' };

/** The whole way, played by itself: tap, Send, connected. */
export const WholeWay: Story = {
  name: 'The whole way',
  play: async ({ canvasElement, step }) => {
    await step('tap the link', async () => {
      const link = await partOf(canvasElement, 'link[href]');
      await userEvent.click(link);
      await promptIn(canvasElement, 'waiting');
    });
    await step('press Send on the phone', async () => {
      await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Send' }));
    });
    await step('the page says that it is connected', async () => {
      await promptIn(canvasElement, 'connected');
    });
  },
};
