import type { ArgTypes } from '@storybook/react-vite';
import type { WhatsAppNotificationPromptProps } from '@whatsapp-optin/react';
import { OPT_IN_DISPLAYS } from '@whatsapp-optin/sdk';

const about = { table: { category: 'What it is about', type: { summary: 'string' } }, control: 'text' as const };
const look = { table: { category: 'Look', type: { summary: 'string' } } };
const server = { table: { category: 'Companion server', type: { summary: 'string' } }, control: false as const };
const event = { table: { category: 'Callbacks', type: { summary: 'function' } }, control: false as const };
const stage = { table: { category: 'For stories and tests', type: { summary: 'string' } } };

/** The props table of the prompt and, in part, of the button, with purpose and default. */
export const reactArgTypes = {
  ticketNumber: { ...about, description: 'What the customer sees: `A001`.' },
  organizationName: { ...about, description: 'Who writes the updates.' },
  companyWhatsAppNumber: {
    ...about,
    description: 'E.164, `+966500000000`. With `server` the server’s own number wins.',
  },
  messageStyle: { ...about, description: 'Which of the seven pre-written messages. Default: `branded`.' },
  locale: {
    ...about,
    description: 'BCP 47. Default: the browser’s; give it wherever the page is rendered on a server.',
  },
  channels: { ...about, control: 'object', description: 'What you use besides WhatsApp: `sms`, `push`.' },
  noSkip: {
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
      '`{ theme, variables, elements }`: tokens by name, and by part a class or CSS declarations. Default: the provider’s.',
    control: 'object',
    table: { ...look.table, type: { summary: 'OptInAppearance' } },
  },
  qr: {
    ...look,
    description: 'A QR beside the link. Default: `auto`, on a desktop.',
    control: 'select',
    options: ['auto', 'always', 'never'],
  },
  resetAfterMs: {
    ...look,
    description: 'On a kiosk: so long after “connected” the screen is cleared. Default: 20,000.',
    control: 'number',
    table: { ...look.table, type: { summary: 'number' } },
  },
  askAgain: {
    ...about,
    description: 'Asks although the customer has said no before.',
    control: 'boolean',
    table: { ...about.table, type: { summary: 'boolean' } },
  },
  components: {
    ...look,
    description: '`Root Heading Description Link Skip Icon` of your own; each gets the props of ours.',
    control: false,
  },
  noStyles: { ...look, description: 'The page loads the style sheet itself.', control: false },
  server: { ...server, description: 'Base URL of the companion server. Without it: a link, no live status.' },
  publishableKey: { ...server, description: '`pk_…`, beside `server`.' },
  ticketId: { ...server, description: 'Your id of the ticket.' },
  ticketToken: { ...server, description: 'Signed by your server; only with it a browser’s opt-in binds a ticket.' },
  optIn: { ...server, description: 'An opt-in that your server has made: the whole answer of `POST /api/opt-ins`.' },
  i18n: { ...server, description: 'Your own words: `fromI18next(i18next)`.' },
  platform: { ...stage, description: 'The world, for tests.', control: false },
  testState: { ...stage, description: 'Shows a state without a server.' },
  onReady: { ...event, description: '`()`: the link works.' },
  onBeforeOpen: {
    ...event,
    description: '`(event)`: WhatsApp is about to open; `event.preventDefault()` keeps it closed.',
  },
  onOptIn: { ...event, description: '`({ href })`: the link was followed.' },
  onSkip: { ...event, description: '`({ reason })`: `skipped` or `no_whatsapp`.' },
  onConnected: { ...event, description: '`({ sessionExpiresAt })`: the message has arrived.' },
  onSessionEnded: { ...event, description: '`()`: 24 hours have passed since the last message.' },
  onExpired: { ...event, description: '`()`: the code lapsed unused.' },
  onFailure: { ...event, description: '`(error)`: an `OptInError` with a `code`.' },
  onFunnel: { ...event, description: '`({ step })`: each step, for your own analytics.' },
  onStateChange: { ...event, description: '`({ state, previous, reason })`.' },
} satisfies Partial<ArgTypes<WhatsAppNotificationPromptProps>>;
