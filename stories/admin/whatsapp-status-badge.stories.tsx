import type { Meta, StoryObj } from '@storybook/react-vite';
import { WhatsAppSessionProvider, WhatsAppStatusBadge, useWhatsAppSession } from '@whatsapp-optin/react/badge';
import { expect, userEvent } from 'storybook/test';
import { AdminStage } from './admin-stage.js';
import { createPretendAdmin, type PretendState } from './pretend/pretend-admin.js';

const PHONE = '+966500000000';
const MINUTE_MS = 60_000;

interface Args {
  state: PretendState;
  /** `null`: no session. */
  minutesLeft: number | null;
  phone: string | null;
}

const meta = {
  title: 'Admin/WhatsAppStatusBadge',
  args: { state: 'full', minutesLeft: 200, phone: PHONE },
  render: ({ state, minutesLeft, phone }) => (
    <AdminStage
      create={() => {
        const server = createPretendAdmin(state);
        server.setSession(PHONE, minutesLeft === null ? null : Date.now() + minutesLeft * MINUTE_MS + 30_000);
        return server;
      }}
    >
      <WhatsAppStatusBadge phone={phone} />
    </AdminStage>
  ),
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Active: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^WhatsApp active \(expires \d\d:\d\d\)$/)).toBeVisible();
    await expect(canvas.getByText('3 h 20 min left')).toBeVisible();
  },
};
export const LastHour: Story = {
  args: { minutesLeft: 42 },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('42 min left')).toBeVisible();
    await expect(canvasElement.querySelector('.whatsapp-optin-badge')).toHaveAttribute('data-tone', 'warn');
  },
};
export const NoSession: Story = {
  args: { minutesLeft: null },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No WhatsApp session')).toBeVisible();
  },
};
export const NoPhone: Story = {
  args: { phone: null },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.admin-stage')).toBeEmptyDOMElement();
  },
};
export const Loading: Story = { args: { state: 'loading' } };
export const Failing: Story = {
  args: { state: 'forbidden' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('WhatsApp: unknown')).toBeVisible();
  },
};
export const Arabic: Story = { globals: { locale: 'ar' } };
export const German: Story = { globals: { locale: 'de' } };
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a list of the host's own, without the dashboard. */
export const OwnProvider: Story = {
  render: () => {
    const server = createPretendAdmin('full');
    server.setSession(PHONE, Date.now() + 42.5 * MINUTE_MS);
    return (
      <WhatsAppSessionProvider token="st_example" fetch={server.fetch}>
        <ul>
          <li>
            Amal <WhatsAppStatusBadge phone={PHONE} />
          </li>
          <li>
            Badr <WhatsAppStatusBadge phone="+966500000001" />
          </li>
        </ul>
      </WhatsAppSessionProvider>
    );
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('42 min left')).toBeVisible();
    await expect(await canvas.findByText('No WhatsApp session')).toBeVisible();
  },
};

const live = createPretendAdmin('full');

/** A message of the customer's comes in while the page is open. */
export const MessageArrives: Story = {
  render: () => (
    <AdminStage create={() => live}>
      <WhatsAppStatusBadge phone={PHONE} />
      <button type="button" onClick={() => live.receiveMessage(PHONE)}>
        The customer writes
      </button>
    </AdminStage>
  ),
  play: async ({ canvas }) => {
    live.setSession(PHONE, null);
    await canvas.findByText('No WhatsApp session');
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByText(/^WhatsApp active/)).toBeVisible();
  },
};

function OwnWords() {
  const { hasActiveSession, expiresAt, status } = useWhatsAppSession(PHONE);
  return <pre>{JSON.stringify({ hasActiveSession, isDate: expiresAt instanceof Date, status })}</pre>;
}

export const Hook: Story = {
  render: () => (
    <AdminStage
      create={() => {
        const server = createPretendAdmin('full');
        server.setSession(PHONE, Date.now() + 5 * 60 * MINUTE_MS);
        return server;
      }}
    >
      <OwnWords />
    </AdminStage>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/"hasActiveSession":true,"isDate":true,"status":"active"/)).toBeVisible();
  },
};
