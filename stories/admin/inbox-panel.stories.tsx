import type { Meta, StoryObj } from '@storybook/react-vite';
import { InboxPanel } from '@whatsapp-optin/admin';
import { expect, userEvent, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/InboxPanel',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <InboxPanel />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {};

export const SeenOneByOne: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText('4 messages nobody has seen yet.');
    const [mark] = await canvas.findAllByRole('button', { name: /^Mark as seen/ });
    if (mark) await userEvent.click(mark);
    await expect(await canvas.findByText('3 messages nobody has seen yet.')).toBeVisible();
  },
};

export const AllSeen: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Mark all as seen' }));
    await expect(await canvas.findByText('Everything has been seen.')).toBeVisible();
  },
};

export const ForStaffToRead: Story = {
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Messages shown' }), 'flagged');
    const [message] = await canvas.findAllByRole('listitem');
    if (message) await expect(await within(message).findByText(/please read$/)).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };

export const FirstDay: Story = { args: { state: 'empty' } };
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
