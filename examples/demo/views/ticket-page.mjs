import { html, jsonBlock, trusted } from '../html.mjs';
import { layout } from './layout.mjs';

/**
 * The ticket page in React, rendered on the server; the page's script takes it over.
 *
 * @param {import('../words.mjs').Speech} speech
 * @param {object} data - read by the page's script
 * @param {{ ticketId: string, content: string }} page - `content`: HTML of `ticket-page/ticket-page.tsx`
 */
export function ticketPage(speech, data, { ticketId, content }) {
  return layout({
    speech,
    path: '/ticket',
    title: speech.words.yourTicket,
    ticketId,
    head: html`${jsonBlock('page-data', data)}
      <noscript><link rel="stylesheet" href="/assets/no-script.css" /></noscript>
      <script type="module" src="/assets/ticket-page.js"></script>`,
    body: html`<div id="root">${trusted(content)}</div>`,
  });
}
