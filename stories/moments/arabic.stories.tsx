import type { Meta, StoryObj } from '@storybook/react-vite';
import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import { expect } from 'storybook/test';
import { promptIn } from '../stage/prompt-of.js';
import { reactArgs } from '../stage/state-args.js';

const meta = {
  title: 'Moments/Arabic',
  component: WhatsAppNotificationPrompt,
  args: { locale: 'ar' },
  globals: { locale: 'ar' },
} satisfies Meta<typeof WhatsAppNotificationPrompt>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Designed right to left: taller lines, the reader's digits in prose, numbers that keep their own order. */
export const Welcome: Story = {
  args: reactArgs('idle'),
  play: async ({ canvasElement }) => {
    const prompt = await promptIn(canvasElement, 'idle');
    await expect(prompt).toHaveAttribute('dir', 'rtl');
    const isolated = [...prompt.querySelectorAll('bdi')].map((node) => node.dir);
    await expect(new Set(isolated)).toEqual(new Set(['ltr']));
  },
};
export const Waiting: Story = { args: reactArgs('waiting') };
export const Connected: Story = { args: reactArgs('connected') };
