import { html, jsonBlock } from '../html.mjs';
import { layout } from './layout.mjs';

/**
 * The same ticket page as plain HTML: the ticket is markup, the prompt one element of one script.
 *
 * @param {import('../words.mjs').Speech} speech
 * @param {object} page
 * @param {ReturnType<import('../clinic.mjs').Clinic['queueOf']>} page.queue
 * @param {string} page.ticketId
 * @param {string} page.pocketPhone
 * @param {string} page.companyNumber
 * @param {string} page.organizationName
 * @param {string} page.server
 * @param {string} page.publishableKey
 * @param {string} page.ticketToken
 * @param {string} page.integrity - SRI hash of the script
 */
export function plainPage(speech, page) {
  const { words, locale } = speech;
  const { queue } = page;
  const called = queue.status === 'called';
  const digits = new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-arab' : locale);
  return layout({
    speech,
    path: '/plain',
    title: words.yourTicket,
    ticketId: page.ticketId,
    head: html`${jsonBlock('page-data', { ticketId: page.ticketId, pocketPhone: page.pocketPhone, locale, words })}
      <script type="module" src="/assets/whatsapp-optin.js" integrity="${page.integrity}" crossorigin></script>
      <script type="module" src="/assets/plain-page.js"></script>`,
    body: html`<div class="visit">
      <section class="stub" aria-labelledby="number" data-status="${queue.status}">
        <h1 id="number">
          <span class="stub-label">${words.yourTicket}</span> <bdi class="stub-number" dir="ltr">${queue.number}</bdi>
        </h1>
        <p class="stub-news" role="status" data-news>
          ${called ? `${words.yourTurn}. ${words.goTo.replace('{department}', queue.department)}` : words.waitHere}
        </p>
        <dl class="facts">
          <div>
            <dt>${words.servingNow}</dt>
            <dd data-serving>${queue.serving ?? words.nobodyYet}</dd>
          </div>
          <div>
            <dt>${words.aheadOfYou}</dt>
            <dd data-ahead>${called ? '–' : digits.format(queue.ahead)}</dd>
          </div>
          <div>
            <dt>${words.place}</dt>
            <dd>${queue.department}</dd>
          </div>
        </dl>
        <div class="stub-foot">
          <p role="status" data-push-news></p>
          <button class="link-button" type="button" data-allow-push>${words.allowPush}</button>
          <a href="/plain?lang=${locale}">${words.newTicket}</a>
        </div>
      </section>
      <div class="prompt">
        <whatsapp-optin
          server="${page.server}"
          publishable-key="${page.publishableKey}"
          ticket-token="${page.ticketToken}"
          ticket="${queue.number}"
          phone="${page.companyNumber}"
          organization="${page.organizationName}"
          locale="${locale}"
        >
          <a href="https://wa.me/${page.companyNumber.slice(1)}">${words.openWhatsApp}</a>
        </whatsapp-optin>
        <p class="aside">${words.plainNote}</p>
      </div>
    </div>`,
  });
}
