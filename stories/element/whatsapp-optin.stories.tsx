import type { Meta, StoryObj } from '@storybook/react-vite';
import { MESSAGE_STYLES, OPT_IN_DISPLAYS, OPT_IN_STATES } from '@whatsapp-optin/sdk';
import { expect, userEvent, waitFor } from 'storybook/test';
import { ACME } from '../stage/acme.js';
import { COPYING_PLATFORM, copyBoth } from '../stage/copy-both.js';
import { SAMPLE_APPEARANCE } from '../stage/sample-appearance.js';
import { Element } from '../stage/element.js';
import { partOf, promptIn, rootOf } from '../stage/prompt-of.js';

const about = { table: { category: 'What it is about', type: { summary: 'string' } }, control: 'text' as const };
const look = { table: { category: 'Look', type: { summary: 'string' } } };
const server = { table: { category: 'Companion server', type: { summary: 'string' } }, control: false as const };

const meta = {
  title: 'Element/whatsapp-optin',
  tags: ['!autodocs'],
  component: Element,
  args: { phone: ACME.phone, organization: ACME.organizationName, ticket: ACME.ticketNumber },
  argTypes: {
    phone: { ...about, description: 'E.164, `+966500000000`.' },
    organization: { ...about, description: 'Who writes the updates.' },
    ticket: { ...about, description: 'What the customer sees: `A001`.' },
    'message-style': {
      ...about,
      description: 'Which of the seven pre-written messages. Default: `branded`.',
      control: 'select',
      options: MESSAGE_STYLES,
    },
    locale: { ...about, description: 'BCP 47. Default: the nearest `lang`, else the browser’s.' },
    channels: { ...about, description: 'What you use besides WhatsApp: `sms push`.' },
    'no-skip': {
      ...look,
      description: 'Hides Skip.',
      control: 'boolean',
      table: { ...look.table, type: { summary: 'boolean' } },
    },
    display: {
      ...look,
      description: 'Where and how large the prompt stands. Default: `card`.',
      control: 'select',
      options: OPT_IN_DISPLAYS,
    },
    theme: {
      ...look,
      description: 'Default: `auto`, which follows the device.',
      control: 'select',
      options: ['auto', 'light', 'dark', 'contrast'],
    },
    appearance: {
      ...look,
      description:
        'A property: `{ theme, variables, elements }`: tokens by name, and by part one more part name or CSS declarations.',
      control: 'object',
      table: { ...look.table, type: { summary: 'OptInAppearance' } },
    },
    qr: {
      ...look,
      description: 'A QR beside the link. Default: `auto`, on a desktop.',
      control: 'select',
      options: ['auto', 'always', 'never'],
    },
    'reset-after-ms': {
      ...look,
      description: 'On a kiosk: so long after “connected” the screen is cleared. Default: 20000.',
      control: 'number',
      table: { ...look.table, type: { summary: 'number' } },
    },
    'ask-again': {
      ...about,
      description: 'Asks although the customer has said no before.',
      control: 'boolean',
      table: { ...about.table, type: { summary: 'boolean' } },
    },
    name: { ...about, description: 'The field of a form that carries the id of the opt-in.' },
    server: { ...server, description: 'Base URL of the companion server. Without it: a link, no live status.' },
    'publishable-key': { ...server, description: '`pk_…`, beside `server`.' },
    'ticket-token': { ...server, description: 'Signed by your server; only with it a ticket is bound.' },
    'opt-in': { ...server, description: 'Id of an opt-in that your server has made.' },
    'client-token': { ...server, description: 'Beside `opt-in`.' },
    'test-state': {
      table: { category: 'For stories and tests', type: { summary: 'string' } },
      description: 'Shows a state without a server.',
      control: 'select',
      options: OPT_IN_STATES,
    },
    platform: { table: { disable: true } },
    ref: { table: { disable: true } },
    children: { table: { disable: true } },
  },
} satisfies Meta<typeof Element>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Three attributes are enough: a real link, no live status. */
export const Basic: Story = {};

/** A tap on the link opens WhatsApp, and the element waits; its event leaves the shadow root. */
export const Tap: Story = {
  play: async ({ canvasElement }) => {
    let count = 0;
    canvasElement.addEventListener('optin', () => (count += 1), { once: true });
    await userEvent.click(await partOf(canvasElement, 'link'));
    await promptIn(canvasElement, 'waiting');
    await expect(count).toBe(1);
  },
};

export const Decline: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await partOf(canvasElement, 'skip'));
    await promptIn(canvasElement, 'declined');
  },
};

/** From the page to the end of the prompt without a pointer. */
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    const focused = () => (rootOf(canvasElement) as ShadowRoot).activeElement;
    const skip = await partOf(canvasElement, 'skip');
    skip.focus();
    await userEvent.keyboard('{Enter}');
    const prompt = await promptIn(canvasElement, 'declined');
    // The button is gone; the focus must not move to the top of the page.
    await waitFor(() => expect(prompt.contains(focused())).toBe(true));
  },
};

/** Your own words in three of its slots. Slotted content keeps the styles of your page. */
export const Slots: Story = {
  args: {
    children: (
      <>
        <span slot="heading">We will call you, not the corridor</span>
        <span slot="description">Wait in the café: your phone tells you when it is time.</span>
        <small slot="footer">Acme Clinic, 2nd floor</small>
      </>
    ),
  },
};

/** Every other way to the same chat. The number and the message are copied, and the live region announces it. */
export const Copying: Story = {
  args: { 'test-state': 'waiting', platform: COPYING_PLATFORM },
  play: copyBoth,
};

/** One appearance for the whole prompt: tokens, and a style for one part. */
export const Appearance: Story = {
  args: { appearance: SAMPLE_APPEARANCE },
  play: async ({ canvasElement }) => {
    await expect(await partOf(canvasElement, 'skip')).toHaveStyle({ borderRadius: '0px' });
  },
};

export const WithoutSkip: Story = { args: { 'no-skip': true } };
