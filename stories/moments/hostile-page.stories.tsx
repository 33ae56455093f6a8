import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Element } from '../stage/element.js';
import { partOf } from '../stage/prompt-of.js';
import { elementArgs } from '../stage/state-args.js';
import './hostile-page.css';

const meta = {
  title: 'Moments/Hostile page',
  component: Element,
  args: elementArgs('idle'),
  decorators: [
    (Story) => (
      <div className="hostile">
        <div>
          <h3>A page with a style sheet for everything</h3>
          <p>
            <a href="#here">Its own link</a> <button type="button">Its own button</button>
          </p>
        </div>
        <Story />
      </div>
    ),
  ],
  // The page around is ugly on purpose; the shadow root must still pass the rules.
  parameters: { a11y: { context: { include: ['whatsapp-optin'] } } },
} satisfies Meta<typeof Element>;
export default meta;
type Story = StoryObj<typeof meta>;

/** `* { all: unset !important }` and worse: the element looks as everywhere. */
export const AllUnset: Story = {
  play: async ({ canvasElement }) => {
    const link = await partOf(canvasElement, 'link');
    await expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await expect(getComputedStyle(link).textTransform).toBe('none');
  },
};

export const Waiting: Story = { args: elementArgs('waiting') };
