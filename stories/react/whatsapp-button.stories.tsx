import type { Meta, StoryObj } from '@storybook/react-vite';
import { WhatsAppButton } from '@whatsapp-optin/react';
import { OPT_IN_STATES } from '@whatsapp-optin/sdk';
import { expect, fn, userEvent } from 'storybook/test';
import { ACME } from '../stage/acme.js';
import { partOf, promptIn } from '../stage/prompt-of.js';
import { reactArgTypes } from './react-arg-types.js';

const { messageStyle, locale, theme, server, publishableKey, testState, onOptIn, onStateChange } = reactArgTypes;

const meta: Meta<typeof WhatsAppButton> = {
  title: 'React/WhatsAppButton',
  component: WhatsAppButton,
  args: {
    ticketNumber: ACME.ticketNumber,
    organizationName: ACME.organizationName,
    companyWhatsAppNumber: ACME.phone,
    onOptIn: fn(),
  },
  argTypes: {
    ...{ messageStyle, locale, theme, server, publishableKey, onOptIn, onStateChange },
    testState: { ...testState, control: 'select', options: OPT_IN_STATES },
  },
  decorators: [(Story) => <div style={{ maxInlineSize: 360 }}>{Story()}</div>],
};
export default meta;
type Story = StoryObj<typeof WhatsAppButton>;

/** The link alone. The page around it says who writes first, how long, and how to stop. */
export const Basic: Story = {};

export const Tap: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await partOf(canvasElement, 'link'));
    await promptIn(canvasElement, 'waiting');
    await expect(args.onOptIn).toHaveBeenCalledOnce();
  },
};

export const Waiting: Story = { args: { testState: 'waiting' } };
export const Connected: Story = { args: { testState: 'connected' } };
export const Failed: Story = { args: { testState: 'failed' } };
