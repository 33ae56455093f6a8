import { html, jsonBlock } from '../html.mjs';
import { layout } from './layout.mjs';

/**
 * The ticket page in React: this is the shell, `ticket-page/ticket-page.tsx` the rest.
 *
 * @param {import('../words.mjs').Speech} speech
 * @param {object} data - read by the page's script
 * @param {string} ticketId
 */
export function ticketPage(speech, data, ticketId) {
  return layout({
    speech,
    path: '/ticket',
    title: speech.words.yourTicket,
    ticketId,
    head: html`${jsonBlock('page-data', data)}
      <script type="module" src="/assets/ticket-page.js"></script>`,
    body: html`<div id="root"></div>`,
  });
}
