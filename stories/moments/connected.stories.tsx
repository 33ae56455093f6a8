import type { Meta, StoryObj } from '@storybook/react-vite';
import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import { useMemo } from 'react';
import { expect, userEvent } from 'storybook/test';
import { ACME } from '../stage/acme.js';
import { createPretendServer } from '../stage/pretend-server.js';
import { partOf, promptIn } from '../stage/prompt-of.js';
import './moments.css';

const ARRIVES_AFTER_MS = 2_000;

/** A prompt whose message arrives by itself, some time after the link was tapped. */
function SoonConnected({ arrivesAfterMs }: { arrivesAfterMs: number }) {
  const server = useMemo(() => createPretendServer(ACME.organizationName, ACME.phone), []);
  return (
    <div className="moment">
      <WhatsAppNotificationPrompt
        ticketNumber={ACME.ticketNumber}
        organizationName={ACME.organizationName}
        companyWhatsAppNumber={ACME.phone}
        server="/"
        publishableKey="pk_example"
        platform={server.platform}
        onOptIn={() => void server.platform.setTimer(() => server.connect(), arrivesAfterMs)}
      />
      <p className="moment-note" lang="en" dir="ltr">
        Tap the link. The message arrives {arrivesAfterMs / 1000} seconds later: the check is drawn once, the card keeps
        its width, and the words are spoken once.
      </p>
    </div>
  );
}

const meta = {
  title: 'Moments/Connected',
  component: SoonConnected,
  args: { arrivesAfterMs: ARRIVES_AFTER_MS },
} satisfies Meta<typeof SoonConnected>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Tap it yourself. */
export const TapAndWait: Story = {};

/** The same, played: the live region has the one sentence that a screen reader announces. */
export const Spoken: Story = {
  args: { arrivesAfterMs: 50 },
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'link[href]'));
    const prompt = await promptIn(canvasElement, 'connected');
    const live = prompt.querySelectorAll('[role=status], [aria-live]');
    await expect(live).toHaveLength(1);
    await expect(live[0]).not.toBeEmptyDOMElement();
  },
};
