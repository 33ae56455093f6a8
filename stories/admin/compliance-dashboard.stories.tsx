import type { Meta, StoryObj } from '@storybook/react-vite';
import { ComplianceDashboard } from '@whatsapp-optin/admin';
import { expect, userEvent, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/ComplianceDashboard',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <ComplianceDashboard />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^0 of [\d,]+ WhatsApp messages were unsolicited$/)).toBeVisible();
  },
};

export const Query: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show the query' }));
    await expect(canvas.getByRole('group', { name: 'SQL query of the proof' })).toHaveTextContent('SELECT count(*)');
    await userEvent.click(canvas.getByRole('button', { name: 'Check now' }));
  },
};

export const OneConsent: Story = {
  play: async ({ canvas }) => {
    const [details] = await canvas.findAllByRole('button', { name: /^Details – / });
    if (details) await userEvent.click(details);
    await expect(await within(await canvas.findByRole('dialog')).findByText('Person (pseudonym)')).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };

export const FirstDay: Story = { args: { state: 'empty' } };
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
