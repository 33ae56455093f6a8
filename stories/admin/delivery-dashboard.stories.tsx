import type { Meta, StoryObj } from '@storybook/react-vite';
import { DeliveryDashboard } from '@whatsapp-optin/admin';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/DeliveryDashboard',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <DeliveryDashboard />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas }) => {
    const table = await canvas.findByRole('table', { name: 'Notifications' });
    await waitFor(() => expect(within(table).getAllByRole('row').length).toBeGreaterThan(10));
  },
};

export const Attempts: Story = {
  play: async ({ canvas }) => {
    const [details] = await canvas.findAllByRole('button', { name: /^Details – / });
    if (details) await userEvent.click(details);
    const dialog = await canvas.findByRole('dialog', { name: 'Attempts' });
    await expect(await within(dialog).findByRole('list', { name: 'Attempts' })).toBeVisible();
  },
};

export const NumbersAsTable: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show as a table' }));
    await expect(canvas.getByRole('table', { name: 'Notifications per day, by channel' })).toBeVisible();
  },
};

export const TriedAgain: Story = {
  play: async ({ canvas }) => {
    const before = await canvas.findAllByRole('button', { name: 'Try again' });
    if (before[0]) await userEvent.click(before[0]);
    await waitFor(() => expect(canvas.getAllByRole('button', { name: 'Try again' })).toHaveLength(before.length - 1));
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };
export const HundredThousand: Story = { args: { state: 'huge' } };

export const FirstDay: Story = { args: { state: 'empty' } };
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
