import type { Meta, StoryObj } from '@storybook/react-vite';
import { AdminConsole } from '@whatsapp-optin/admin';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { createAnswerers } from './pretend/answerers.js';
import { createPretendAdmin } from './pretend/pretend-admin.js';

/** The whole dashboard, as the server serves it at `/admin`: navigation, all pages, the command menu. */
function Console({ role, isSignedIn }: Args) {
  const [server] = useState(() => createPretendAdmin('full', { role, answerers: createAnswerers('full') }));
  const fetch = isSignedIn ? server.fetch : () => Promise.resolve(new Response('{}', { status: 401 }));
  return <AdminConsole basePath="/admin" fetch={fetch} />;
}

interface Args {
  role: 'viewer' | 'manager';
  isSignedIn: boolean;
}

const meta = {
  title: 'Admin/AdminConsole',
  args: { role: 'manager', isSignedIn: true },
  argTypes: { role: { control: 'radio', options: ['manager', 'viewer'] } },
  parameters: { layout: 'fullscreen' },
  render: (args) => <Console {...args} />,
  beforeEach: () => {
    const { href } = window.location;
    window.history.replaceState(null, '', '/admin');
    return () => window.history.replaceState(null, '', href);
  },
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Sessions' })).toBeVisible();
    await userEvent.click(await canvas.findByRole('link', { name: 'Deliveries' }));
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Deliveries' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Deliveries' })).toHaveAttribute('aria-current', 'page');
  },
};

/** A few letters and Enter go to a page; a customer's name to the customer's page. */
export const CommandMenu: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('table', { name: 'Sessions' });
    await userEvent.keyboard('{Control>}k{/Control}');
    const menu = await canvas.findByRole('dialog', { name: /^Find / });
    await userEvent.type(within(menu).getByRole('combobox'), 'audit{Enter}');
    await expect(await canvas.findByRole('heading', { level: 2, name: 'Audit log' })).toBeVisible();
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};

export const FindCustomer: Story = {
  play: async ({ canvas, userEvent }) => {
    const [name] = await canvas.findAllByRole('button', { name: /^Open / });
    const wanted = name?.textContent ?? '';
    await userEvent.click(canvas.getByRole('button', { name: 'Search' }));
    const menu = await canvas.findByRole('dialog', { name: /^Find / });
    await userEvent.type(within(menu).getByRole('combobox'), wanted);
    const [found] = await within(menu).findAllByRole('option', { name: new RegExp(wanted) });
    if (found) await userEvent.click(found);
    await expect(await canvas.findByRole('heading', { level: 2, name: wanted })).toBeVisible();
  },
};

/** A role that may not see a page is not offered it. */
export const Viewer: Story = { args: { role: 'viewer' } };

export const SignIn: Story = {
  args: { isSignedIn: false },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Admin key')).toBeVisible();
  },
};
