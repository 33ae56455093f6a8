import type { Meta, StoryObj } from '@storybook/react-vite';
import { EventEndpoints } from '@whatsapp-optin/admin';
import { expect, userEvent, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/EventEndpoints',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <EventEndpoints />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Failing: 7 tries in a row')).toBeVisible();
  },
};

export const Added: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add address' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Add address' });
    const address = within(dialog).getByLabelText('Address');
    await userEvent.type(address, 'https://private.example');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add address' }));
    await expect(await within(dialog).findByRole('alert')).toHaveTextContent('must lead to a public address');
    await userEvent.clear(address);
    await userEvent.type(address, 'https://clinic.example/events');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add address' }));
    await expect(await canvas.findByText(/^whsec_/)).toBeVisible();
  },
};

export const FailedForGood: Story = {
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('region', { name: 'https://bi.clinic.example/in' });
    await userEvent.click(within(card).getByRole('button', { name: 'Send all failed again' }));
    await expect(await within(card).findByText('3 events are sent again.')).toBeVisible();
    await userEvent.click(within(card).getByRole('button', { name: 'Delivery log' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Delivery log' });
    const [first] = await within(dialog).findAllByText('503 Service Unavailable');
    await expect(first).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };
export const FirstDay: Story = { args: { state: 'empty' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
