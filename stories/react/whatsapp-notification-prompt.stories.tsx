import type { Meta, StoryObj } from '@storybook/react-vite';
import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import { MESSAGE_STYLES, OPT_IN_STATES } from '@whatsapp-optin/sdk';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { ACME } from '../stage/acme.js';
import { COPYING_PLATFORM, copyBoth } from '../stage/copy-both.js';
import { SAMPLE_APPEARANCE } from '../stage/sample-appearance.js';
import { partOf, promptIn } from '../stage/prompt-of.js';
import { reactArgTypes } from './react-arg-types.js';

const meta = {
  title: 'React/WhatsAppNotificationPrompt',
  tags: ['!autodocs'],
  component: WhatsAppNotificationPrompt,
  args: {
    ticketNumber: ACME.ticketNumber,
    organizationName: ACME.organizationName,
    companyWhatsAppNumber: ACME.phone,
    onOptIn: fn(),
    onSkip: fn(),
    onStateChange: fn(),
  },
  argTypes: {
    ...reactArgTypes,
    messageStyle: { ...reactArgTypes.messageStyle, control: 'select', options: MESSAGE_STYLES },
    testState: { ...reactArgTypes.testState, control: 'select', options: OPT_IN_STATES },
  },
} satisfies Meta<typeof WhatsAppNotificationPrompt>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Three props are enough: a real link, no live status. */
export const Basic: Story = {};

/** A tap on the link opens WhatsApp, and the prompt waits. */
export const Tap: Story = {
  play: async ({ canvasElement, args, globals }) => {
    const link = await partOf(canvasElement, 'link');
    await expect(link).toHaveAttribute('href', expect.stringContaining('966500000000'));
    await userEvent.click(link);
    await promptIn(canvasElement, 'waiting');
    await expect(args.onOptIn).toHaveBeenCalledOnce();
    if (globals.locale === 'en') await expect(link.isConnected).toBe(false);
  },
};

/** Declining is as easy as agreeing. */
export const Decline: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await partOf(canvasElement, 'skip'));
    await promptIn(canvasElement, 'declined');
    await expect(args.onSkip).toHaveBeenCalledWith({ reason: 'skipped' });
  },
};

/** From the page to the end of the prompt without a pointer. */
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    const link = await partOf(canvasElement, 'link');
    await userEvent.tab();
    await expect(link).toHaveFocus();
    await userEvent.tab();
    await expect(await partOf(canvasElement, 'skip')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const prompt = await promptIn(canvasElement, 'declined');
    // The button is gone; the focus must not move to the top of the page.
    await waitFor(() => expect(prompt.contains(document.activeElement)).toBe(true));
  },
};

/** Every other way to the same chat. The number and the message are copied, and the live region announces it. */
export const Copying: Story = {
  args: { testState: 'waiting', platform: COPYING_PLATFORM },
  play: copyBoth,
};

/** One appearance for the whole prompt: tokens, and a style for one part. */
export const Appearance: Story = {
  args: { appearance: SAMPLE_APPEARANCE },
  play: async ({ canvasElement }) => {
    await expect(await partOf(canvasElement, 'skip')).toHaveStyle({ borderRadius: '0px' });
  },
};

export const WithoutSkip: Story = { args: { noSkip: true } };
