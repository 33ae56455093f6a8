import type { Meta, StoryObj } from '@storybook/react-vite';
import { ErasePerson } from '@whatsapp-optin/admin';
import { expect, userEvent, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/ErasePerson',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <ErasePerson />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Before: Story = {};

export const Erased: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Phone number' }), '+966500000000');
    await userEvent.click(canvas.getByRole('button', { name: 'Erase data' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Erase for good?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
    await expect(await canvas.findByRole('heading', { name: /^Erased, / })).toBeVisible();
  },
};

export const Exported: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Phone number' }), '+966500000000');
    await userEvent.click(canvas.getByRole('button', { name: 'Export data' }));
    await expect(await canvas.findByText(/Saved as person\.json/)).toBeVisible();
  },
};

export const Unknown: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Phone number' }), '+15005550006');
    await userEvent.click(canvas.getByRole('button', { name: 'Erase data' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Erase for good' }));
    await expect(await canvas.findByText('No customer has this number.')).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
