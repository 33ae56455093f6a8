import type { Meta, StoryObj } from '@storybook/react-vite';
import { SessionsDashboard } from '@whatsapp-optin/admin';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

interface Args {
  state: PretendState;
  role: 'viewer' | 'manager';
}

const meta = {
  title: 'Admin/SessionsDashboard',
  args: { state: 'full', role: 'manager' },
  argTypes: {
    state: { control: 'select', options: ['full', 'empty', 'loading', 'failing', 'forbidden', 'huge'] },
    role: { control: 'radio', options: ['manager', 'viewer'] },
  },
  render: ({ state, role }) => (
    <AdminStage create={() => createPretendAdmin(state, { role, answerers: createAnswerers(state) })}>
      <SessionsDashboard />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas }) => {
    const table = await canvas.findByRole('table', { name: 'Sessions' });
    await waitFor(() => expect(within(table).getAllByRole('row').length).toBeGreaterThan(10));
  },
};

export const RenewalNotice: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remind customers ending soon' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Send a reminder' });
    await userEvent.click(await within(dialog).findByRole('button', { name: /^Send to \d+ customers$/ }));
    await within(dialog).findByText(/^\d+ customers got the reminder$/);
  },
};

export const EndSome: Story = {
  play: async ({ canvas }) => {
    const boxes = await canvas.findAllByRole('checkbox', { name: /^Select (?!all)/ });
    for (const box of boxes.slice(0, 3)) await userEvent.click(box);
    await expect(canvas.getByText('3 selected')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'End sessions' }));
    const dialog = await canvas.findByRole('dialog', { name: 'End sessions' });
    await expect(await within(dialog).findByText('3 sessions would end now')).toBeVisible();
  },
};

export const PhoneRevealed: Story = {
  play: async ({ canvas }) => {
    const [reveal] = await canvas.findAllByRole('button', { name: /^Show number/ });
    if (reveal) await userEvent.click(reveal);
    await expect(await canvas.findByText(/^\+\d{9,15}$/)).toBeVisible();
  },
};

export const CustomerOpen: Story = {
  play: async ({ canvas, userEvent: user }) => {
    const [name] = await canvas.findAllByRole('button', { name: /^Open / });
    if (name) await user.click(name);
    await expect(await canvas.findByText('26 min left to reply')).toBeVisible();
    await user.click(await canvas.findByRole('button', { name: 'In about 10 minutes.' }));
    await expect(await canvas.findByRole('textbox')).toHaveValue('In about 10 minutes.');
    await user.click(canvas.getByRole('button', { name: 'Send reply' }));
    await expect(await canvas.findByText('In about 10 minutes.', { selector: 'bdi.woa-bubble' })).toBeVisible();
  },
};

export const CustomerClosed: Story = {
  play: async ({ canvas, userEvent: user }) => {
    const [name] = await canvas.findAllByRole('button', { name: /^Open / });
    if (name) await user.click(name);
    await canvas.findByRole('textbox');
    await user.click(canvas.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.queryByRole('textbox')).toBeNull());
    await expect(name).toHaveFocus();
  },
};

export const CustomerArabic: Story = {
  globals: { locale: 'ar' },
  play: async ({ canvas, userEvent: user }) => {
    const [name] = await canvas.findAllByRole('button', { name: /^فتح / });
    if (name) await user.click(name);
    await expect(await canvas.findByText(/^بقي للرد/)).toBeVisible();
  },
};

export const NothingMatches: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), 'nobody of that name');
    await expect(await canvas.findByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
  },
};

export const Viewer: Story = {
  args: { role: 'viewer' },
  play: async ({ canvas }) => {
    await canvas.findByRole('table', { name: 'Sessions' });
    await expect(canvas.queryByRole('button', { name: /Show number|Export|Remind/ })).toBeNull();
  },
};
export const FirstDay: Story = { args: { state: 'empty' } };
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };

/** 100,000 sessions: only the visible rows are rendered, and the next page loads while scrolling. */
export const HundredThousand: Story = {
  args: { state: 'huge' },
  play: async ({ canvas }) => {
    const region = await canvas.findByRole('region', { name: /Sessions, scrollable table/ });
    for (let page = 0; page < 3; page += 1) {
      region.scrollTop = region.scrollHeight;
      await waitFor(() => expect(region.scrollHeight).toBeGreaterThan((page + 2) * 4_000), { timeout: 10_000 });
    }
    await expect(within(region).getAllByRole('row').length).toBeLessThan(80);
  },
};

export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
