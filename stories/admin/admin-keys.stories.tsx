import type { Meta, StoryObj } from '@storybook/react-vite';
import { AdminKeys } from '@whatsapp-optin/admin';
import { expect, userEvent, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/AdminKeys',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <AdminKeys />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {};

export const KeyMade: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Create key' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Create key' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Second desk');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Create key' }));
    await expect(await canvas.findByText('ak_example_shown_once')).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
