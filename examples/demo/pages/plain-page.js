// @ts-check
import { followQueue } from './follow-queue.js';
import { openPhone } from './open-phone.js';

const { ticketId, pocketPhone, locale, words } = JSON.parse(find('#page-data').textContent ?? '');
const digits = new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-arab' : locale);

/** @type {import('@whatsapp-optin/web-component').WhatsAppOptInElement} */
const prompt = find('whatsapp-optin');

// Instead of WhatsApp the demo opens its own phone; a real page needs none of this.
prompt.addEventListener('beforeopen', (event) => {
  event.preventDefault();
  openPhone(/** @type {CustomEvent<{ href: string }>} */ (event).detail.href, {
    pocketPhone,
    locale,
    clinic: words.clinic,
  });
  prompt.open();
});

followQueue(ticketId, (queue) => {
  const called = queue.status === 'called';
  find('.stub').dataset.status = queue.status;
  find('[data-serving]').textContent = queue.serving ?? words.nobodyYet;
  find('[data-ahead]').textContent = called ? '–' : digits.format(queue.ahead);
  const news = called ? `${words.yourTurn}. ${words.goTo.replace('{department}', queue.department)}` : words.waitHere;
  if (find('[data-news]').textContent !== news) find('[data-news]').textContent = news;
});

/** @param {string} selector @returns {any} */
function find(selector) {
  return document.querySelector(selector);
}
