import type { Meta, StoryObj } from '@storybook/react-vite';
import { SmsSettings } from '@whatsapp-optin/admin';
import { expect, userEvent } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/SmsSettings',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <SmsSettings />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {};

export const TestRefused: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Your own number' }), '+447700900000');
    await userEvent.click(canvas.getByRole('button', { name: 'Send a test SMS' }));
    await expect(await canvas.findByText('Country not allowed for SMS')).toBeVisible();
  },
};

export const WrongCountry: Story = {
  play: async ({ canvas }) => {
    const save = await canvas.findByRole('button', { name: 'Save' });
    await userEvent.type(canvas.getByRole('textbox', { name: 'Allowed countries (ISO codes)' }), ', KSA');
    await userEvent.click(save);
    await expect(await canvas.findByText(/^must be an ISO 3166 code/)).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };

export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
