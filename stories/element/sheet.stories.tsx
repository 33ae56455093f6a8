import type { Meta, StoryObj } from '@storybook/react-vite';
import { Element } from '../stage/element.js';
import { expectState } from '../stage/expect-state.js';
import { elementArgs } from '../stage/state-args.js';

const meta = {
  title: 'Element/Displays/Sheet',
  component: Element,
  args: { display: 'sheet' },
  // Placed against the window: in a docs page it needs a window of its own.
  parameters: { docs: { story: { inline: false, iframeHeight: 640 } } },
  play: expectState,
} satisfies Meta<typeof Element>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Idle: Story = { args: elementArgs('idle') };
export const Waiting: Story = { args: elementArgs('waiting') };
export const Connected: Story = { args: elementArgs('connected') };
export const Expired: Story = { args: elementArgs('expired') };
export const Declined: Story = { args: elementArgs('declined') };
export const Failed: Story = { args: elementArgs('failed') };
