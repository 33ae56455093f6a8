// @ts-check

/**
 * What a page may load of our packages. `npm run size` fails above a limit, `npm run bench` shows the figures beside it.
 *
 * @typedef {object} Budget
 * @property {string} name
 * @property {string} entry a module as a host writes it, or one of `SCRIPT_TAGS`
 * @property {'first' | 'live' | 'qr' | 'panel'} part `first`: what loads at once. `live`: that, the live opt-in and the heaviest
 *   language. `qr`, `panel`: what they add to `live`
 * @property {number} limitBytes gzip -9, each file by itself, without React
 */

/** The file of a `<script type="module">`, as the build writes it. */
export const SCRIPT_TAG = 'dist/whatsapp-optin.js';

/** The same with every part inside. */
export const WHOLE_SCRIPT_TAG = 'dist/whatsapp-optin.all.js';

/** @type {readonly string[]} */
export const SCRIPT_TAGS = [SCRIPT_TAG, WHOLE_SCRIPT_TAG];

const PROMPT = "export { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';";

/** Script files that a page fetches from the tag to the live opt-in, in any one language. */
export const LIMIT_SCRIPT_REQUESTS = 3;

/** Of the front-end benchmark, a phone's processor; `ratioTo…` are to react-floating-whatsapp. Nothing fails above them. */
export const AIMS = { ratioToOne: 0.3, ratioToHundred: 0.5, longestTaskMs: 50, shift: 0 };

/**
 * Each limit lies about 1 % above what the build gives. The aims of 12 and 26 kB for React, 13 and 30 kB for the script tag are not
 * reached; docs/decisions/0036-the-aims-of-the-front-end.md says why.
 *
 * @type {readonly Budget[]}
 */
export const BUDGETS = [
  {
    name: 'generateWhatsAppLink alone',
    entry: "export { generateWhatsAppLink } from '@whatsapp-optin/sdk';",
    part: 'first',
    limitBytes: 1_200,
  },
  { name: 'React prompt: first card', entry: PROMPT, part: 'first', limitBytes: 16_900 },
  { name: 'React prompt: live, in one language', entry: PROMPT, part: 'live', limitBytes: 36_450 },
  { name: 'React prompt: QR', entry: PROMPT, part: 'qr', limitBytes: 4_500 },
  { name: 'React prompt: panel', entry: PROMPT, part: 'panel', limitBytes: 8_000 },
  {
    name: 'WhatsAppButton',
    entry: "export { WhatsAppButton } from '@whatsapp-optin/react';",
    part: 'first',
    limitBytes: 15_700,
  },
  {
    name: 'useWhatsAppOptIn',
    entry: "export { useWhatsAppOptIn } from '@whatsapp-optin/react';",
    part: 'first',
    limitBytes: 14_900,
  },
  {
    name: 'status badge',
    entry: "export { WhatsAppStatusBadge } from '@whatsapp-optin/react/badge';",
    part: 'first',
    limitBytes: 8_000,
  },
  { name: 'script tag: first card', entry: SCRIPT_TAG, part: 'first', limitBytes: 15_850 },
  { name: 'script tag: live, in one language', entry: SCRIPT_TAG, part: 'live', limitBytes: 39_400 },
  { name: 'script tag: QR', entry: SCRIPT_TAG, part: 'qr', limitBytes: 4_500 },
  { name: 'script tag: panel', entry: SCRIPT_TAG, part: 'panel', limitBytes: 8_000 },
  { name: 'script tag in one file, twelve languages', entry: WHOLE_SCRIPT_TAG, part: 'first', limitBytes: 65_300 },
  {
    name: 'messageTemplates',
    entry: "export { messageTemplates } from '@whatsapp-optin/sdk';",
    part: 'first',
    limitBytes: 1_800,
  },
  {
    name: 'createApiClient',
    entry: "export { createApiClient } from '@whatsapp-optin/sdk';",
    part: 'first',
    limitBytes: 3_450,
  },
  { name: 'qrPath', entry: "export { qrPath } from '@whatsapp-optin/sdk/qr';", part: 'first', limitBytes: 4_400 },
  {
    name: 'createOptInController, without a language',
    entry: "export { createOptInController } from '@whatsapp-optin/sdk';",
    part: 'first',
    limitBytes: 15_950,
  },
  {
    name: 'createOptIn, in twelve languages',
    entry: "export { createOptIn } from '@whatsapp-optin/sdk';",
    part: 'first',
    limitBytes: 35_700,
  },
];
