import type { Meta, StoryObj } from '@storybook/react-vite';
import { useWhatsAppOptIn } from '@whatsapp-optin/react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ACME } from '../stage/acme.js';
import './use-whatsapp-opt-in.css';

/** A row of a host's own list, made of the hook alone. */
function TicketRow({ ticketNumber }: { ticketNumber: string }) {
  const { state, view, linkProps } = useWhatsAppOptIn({
    ticketNumber,
    organizationName: ACME.organizationName,
    companyWhatsAppNumber: ACME.phone,
  });
  return (
    <div className="ticket-row">
      <strong>{ticketNumber}</strong>
      <span role="status">{view.status ? view.heading : 'No updates yet'}</span>
      {view.link ? <a {...linkProps}>{view.link.label}</a> : <code>{state}</code>}
    </div>
  );
}

const meta = {
  title: 'React/useWhatsAppOptIn',
  component: TicketRow,
  args: { ticketNumber: ACME.ticketNumber },
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof TicketRow>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Headless: `state`, `view` (every word), `linkProps` and the actions, under markup of your own. */
export const OwnMarkup: Story = {
  play: async ({ canvasElement }) => {
    const link = await within(canvasElement).findByRole('link');
    await userEvent.click(link);
    await waitFor(() => expect(canvasElement).toHaveTextContent('waiting'));
  },
};
