import type { Meta, StoryObj } from '@storybook/react-vite';
import { generateWhatsAppLink, getPrewrittenMessage } from '@whatsapp-optin/sdk';
import { qrPath } from '@whatsapp-optin/sdk/qr';
import { expect, within } from 'storybook/test';
import { ACME } from '../stage/acme.js';
import './print-ticket.css';

interface TicketProps {
  ticketNumber: string;
  organizationName: string;
}

/** A ticket as a thermal printer makes it: black on white, 58 mm wide, the code at least 20 mm. */
function PrintedTicket({ ticketNumber, organizationName }: TicketProps) {
  const message = getPrewrittenMessage({ name: organizationName, messageStyle: 'brief' }, { number: ticketNumber });
  const { path, size } = qrPath(generateWhatsAppLink(ACME.phone, message, { target: 'universal' }));
  return (
    <article className="printed" lang="en" dir="ltr">
      <p>{organizationName}</p>
      <h2>{ticketNumber}</h2>
      <p>3 people are before you</p>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code that opens WhatsApp with a message to send">
        <path d={path} />
      </svg>
      <p>
        Updates on WhatsApp: point your camera here and press Send. Reply STOP at any time. <bdi>{ACME.phone}</bdi>
      </p>
    </article>
  );
}

const meta = {
  title: 'Moments/Printed ticket',
  component: PrintedTicket,
  args: { ticketNumber: ACME.ticketNumber, organizationName: ACME.organizationName },
} satisfies Meta<typeof PrintedTicket>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Thermal: Story = {
  play: async ({ canvasElement }) => {
    const millimetrePx = 96 / 25.4;
    const code = await within(canvasElement).findByRole('img');
    await expect(code.getBoundingClientRect().width / millimetrePx).toBeGreaterThanOrEqual(20);
    await expect(getComputedStyle(code).fill).toBe('rgb(0, 0, 0)');
  },
};
