import type { Meta, StoryObj } from '@storybook/react-vite';
import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import { expectState } from '../stage/expect-state.js';
import { reactArgs } from '../stage/state-args.js';

const meta = {
  title: 'React/Displays/Print',
  component: WhatsAppNotificationPrompt,
  args: { display: 'print' },
  play: expectState,
} satisfies Meta<typeof WhatsAppNotificationPrompt>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A ticket from the printer: black on white whatever the theme, a QR of at least 20 mm, nothing to press. */
export const Idle: Story = { args: reactArgs('idle') };
export const Waiting: Story = { args: reactArgs('waiting') };
export const Connected: Story = { args: reactArgs('connected') };
export const Expired: Story = { args: reactArgs('expired') };
export const Declined: Story = { args: reactArgs('declined') };
export const Failed: Story = { args: reactArgs('failed') };
