import type { Meta, StoryObj } from '@storybook/react-vite';
import { Element } from '../stage/element.js';
import { expectState } from '../stage/expect-state.js';
import { elementArgs } from '../stage/state-args.js';

const meta = {
  title: 'Element/Displays/Print',
  component: Element,
  args: { display: 'print' },
  play: expectState,
} satisfies Meta<typeof Element>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A ticket from the printer: black on white whatever the theme, a QR of at least 20 mm, nothing to press. */
export const Idle: Story = { args: elementArgs('idle') };
export const Waiting: Story = { args: elementArgs('waiting') };
export const Connected: Story = { args: elementArgs('connected') };
export const Expired: Story = { args: elementArgs('expired') };
export const Declined: Story = { args: elementArgs('declined') };
export const Failed: Story = { args: elementArgs('failed') };
