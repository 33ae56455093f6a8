import type { Meta, StoryObj } from '@storybook/react-vite';
import { OrganizationSettings } from '@whatsapp-optin/admin';
import { expect, userEvent } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/OrganizationSettings',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <OrganizationSettings />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {};

/** Each style, in each of the twelve languages, as it is chosen. */
export const AnotherStyle: Story = {
  play: async ({ canvas }) => {
    const save = await canvas.findByRole('button', { name: 'Save' });
    await userEvent.click(canvas.getByRole('radio', { name: 'Casual' }));
    await expect(canvas.getByText(/^أهلًا Al Noor Clinic/)).toBeVisible();
    await userEvent.click(save);
    await expect(await canvas.findByText('Saved')).toBeVisible();
  },
};

export const WrongNumber: Story = {
  play: async ({ canvas }) => {
    const save = await canvas.findByRole('button', { name: 'Save' });
    const field = canvas.getByRole('textbox', { name: 'WhatsApp number' });
    await userEvent.clear(field);
    await userEvent.type(field, '12');
    await userEvent.click(save);
    await canvas.findByText('Nothing was saved');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  },
};

export const OwnText: Story = {
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Language' }), 'en');
    await expect(await canvas.findByText(/^Al Noor Clinic: it is your turn, ticket A001/)).toBeVisible();
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };

export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
