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
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

export const Full: Story = {};

export const JustReceived: Story = {
  play: async ({ canvas }) => {
    // The clock of the page steps by half a minute: news is younger than it.
    const [newest] = await canvas.findAllByText(/just now/);
    await expect(newest).toHaveTextContent(/^just now/);
  },
};

export const SeenOneByOne: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText('4 unread messages');
    const [mark] = await canvas.findAllByRole('button', { name: /^Mark as read/ });
    if (mark) await userEvent.click(mark);
    await expect(await canvas.findByText('3 unread messages')).toBeVisible();
  },
};

export const AllSeen: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Mark all as read' }));
    await expect(await canvas.findByText('Everything is read.')).toBeVisible();
  },
};

export const ForStaffToRead: Story = {
  play: async ({ canvas }) => {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Messages shown' }), 'flagged');
    const [message] = await canvas.findAllByRole('listitem');
    if (message) await expect(await within(message).findByText(/please read$/)).toBeVisible();
  },
};

/** Opens the reply of the message at this place, the newest first. */
async function openReply({ canvas }: { canvas: Canvas }, at: number) {
  const buttons = await canvas.findAllByRole('button', { name: /^Reply –/ });
  const button = buttons[at];
  if (button) await userEvent.click(button);
}

async function write(context: { canvas: Canvas }, text: string) {
  await openReply(context, 0);
  await userEvent.type(await context.canvas.findByRole('textbox'), text);
  await userEvent.click(await context.canvas.findByRole('button', { name: 'Send reply' }));
}

export const ReplyOpen: Story = {
  play: async (context) => {
    await openReply(context, 0);
    await expect(await context.canvas.findByText('26 min left to reply')).toBeVisible();
    await userEvent.click(await context.canvas.findByRole('button', { name: 'In about 10 minutes.' }));
    await expect(await context.canvas.findByRole('textbox')).toHaveValue('In about 10 minutes.');
  },
};

export const ReplyClosed: Story = {
  play: async (context) => {
    await openReply(context, 1);
    await expect(await context.canvas.findByText(/^The 24-hour window has closed/)).toBeVisible();
  },
};

export const ReplyStopped: Story = {
  play: async (context) => {
    await openReply(context, 2);
    await expect(await context.canvas.findByText(/stopped updates/)).toBeVisible();
  },
};

export const ReplySent: Story = {
  play: async (context) => {
    await write(context, 'See you soon.');
    await expect(await context.canvas.findByText('See you soon.', { selector: 'bdi' })).toBeVisible();
    await expect(await context.canvas.findByRole('textbox')).toHaveValue('');
  },
};

export const ReplySending: Story = {
  play: async (context) => {
    await write(context, 'Please wait a moment.');
    await expect(await context.canvas.findByRole('button', { name: 'Send reply' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
  },
};

export const ReplyFailed: Story = {
  play: async (context) => {
    await write(context, 'The vendor will refuse this.');
    await expect(await context.canvas.findByText('The reply was not sent')).toBeVisible();
    await expect(await context.canvas.findByRole('textbox')).toHaveValue('The vendor will refuse this.');
  },
};

export const ReplyArabic: Story = {
  globals: { locale: 'ar' },
  play: async ({ canvas }) => {
    const [button] = await canvas.findAllByRole('button', { name: /^رد –/ });
    if (button) await userEvent.click(button);
    await expect(await canvas.findByText(/^بقي للرد/)).toBeVisible();
  },
};

export const NotShown: Story = {
  play: async ({ canvas }) => {
    const list = await canvas.findByRole('list', { name: 'Messages that cannot be shown' });
    await expect(within(list).getAllByRole('listitem')).toHaveLength(3);
  },
};

export const Viewer: Story = { args: { role: 'viewer' } };

export const FirstDay: Story = { args: { state: 'empty' } };
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = { args: { state: 'failing' } };
export const Forbidden: Story = { args: { state: 'forbidden' } };
export const Arabic: Story = { globals: { locale: 'ar' } };
export const Dark: Story = { globals: { theme: 'dark' } };
