import type { Meta, StoryObj } from '@storybook/react-vite';
import { OrganizationSettings } from '@whatsapp-optin/admin';
import { expect, userEvent, waitFor, within } from 'storybook/test';
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
    await userEvent.click(await canvas.findByRole('radio', { name: 'Casual' }));
    await expect(canvas.getByText(/^أهلًا Al Noor Clinic/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('Saved')).toBeVisible();
  },
};

export const WrongNumber: Story = {
  play: async ({ canvas }) => {
    const field = await canvas.findByRole('textbox', { name: 'WhatsApp number' });
    await expect(canvas.queryByRole('button', { name: 'Save' })).toBeNull();
    await userEvent.clear(field);
    await userEvent.type(field, '12');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await canvas.findByText('Not saved');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveFocus();
    await expect(canvas.getByText(/^Enter a phone number with its country code/)).toBeVisible();
  },
};

/** The built-in text is the start; what is typed marks it as edited, and a reset takes it back. */
export const EditedText: Story = {
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Notification' }), 'critical');
    const field = await canvas.findByRole('textbox', { name: 'Text' });
    await waitFor(() => expect(field).toHaveValue('Built-in text of critical, {ticketNumber}.'));
    await expect(canvas.queryByText('Edited')).toBeNull();
    await userEvent.type(field, ' Thank you.');
    await expect(canvas.getByText('Edited')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Reset to built-in' }));
    await expect(field).toHaveValue('Built-in text of critical, {ticketNumber}.');
    await expect(canvas.queryByRole('button', { name: 'Save' })).toBeNull();
  },
};

export const Answers: Story = {
  play: async ({ canvas }) => {
    const place = await canvas.findByRole('group', { name: 'Place in the queue' });
    await userEvent.click(within(place).getByRole('checkbox', { name: 'Leave the queue' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: '“Leave the queue” frees the place' }));
    await expect(canvas.getByText('The ticket keeps its place. Staff see the answer and decide.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('Saved')).toBeVisible();
    await expect(within(place).getByRole('checkbox', { name: 'Leave the queue' })).toBeChecked();
  },
};

export const QuickReplies: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Built-in texts')).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Customer’s language' }), 'en');
    await userEvent.click(canvas.getByRole('button', { name: 'Add a text' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Text 4' }), 'We call you soon.');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove – Text 1' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('Saved')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Text 3' })).toHaveValue('We call you soon.');
    await userEvent.click(canvas.getByRole('button', { name: 'Reset to built-in' }));
    await expect(canvas.getByRole('textbox', { name: 'Text 1' })).toHaveValue('Yes, of course.');
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
