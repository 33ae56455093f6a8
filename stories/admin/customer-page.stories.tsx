import type { Meta, StoryObj } from '@storybook/react-vite';
import { CustomerPage } from '@whatsapp-optin/admin';
import { expect } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/CustomerPage',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <CustomerPage contactId="01980000-0000-7000-8000-000000000001" />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: /^Timeline of / })).toBeVisible();
    await expect((await canvas.findAllByText('Consent given')).length).toBeGreaterThan(0);
    await expect(await canvas.findByRole('textbox')).toBeVisible();
  },
};
export const Viewer: Story = { args: { role: 'viewer' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
