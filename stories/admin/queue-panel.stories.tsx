import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueuePanel } from '@whatsapp-optin/admin';
import { expect, userEvent, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/QueuePanel',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <QueuePanel />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas }) => {
    const table = await canvas.findByRole('table', { name: 'Waiting' });
    await expect(within(table).getAllByRole('row').length).toBeGreaterThan(5);
  },
};

export const CallNext: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Call next' }));
    const result = await canvas.findByRole('region', { name: 'Last call' });
    await expect(within(result).getByText('A004')).toBeVisible();
  },
};

export const OneDepartment: Story = {
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Where' }), 'Room 2');
    const table = await canvas.findByRole('table', { name: 'Waiting' });
    await expect(within(table).queryByText('Laboratory')).toBeNull();
  },
};

export const Viewer: Story = {
  args: { role: 'viewer' },
  play: async ({ canvas }) => {
    await canvas.findByRole('table', { name: 'Waiting' });
    await expect(canvas.queryByRole('button', { name: /Call/ })).toBeNull();
  },
};
export const NobodyWaits: Story = { args: { state: 'empty' } };
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
