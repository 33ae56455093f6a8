// @ts-check
import { allowPush, followQueue } from './follow-queue.js';
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

find('[data-allow-push]').addEventListener('click', () => void allowPush(ticketId).then(showQueue));
followQueue(ticketId, showQueue);

/** @param {import('./follow-queue.js').Queue} queue */
function showQueue(queue) {
  const called = queue.status === 'called';
  find('.stub').dataset.status = queue.status;
  find('[data-serving]').textContent = queue.serving ?? words.nobodyYet;
  find('[data-ahead]').textContent = called ? '–' : digits.format(queue.ahead);
  const news = called ? `${words.yourTurn}. ${words.goTo.replace('{department}', queue.department)}` : words.waitHere;
  say('[data-news]', news);
  find('[data-allow-push]').hidden = queue.push;
  say('[data-push-news]', queue.push ? words.pushAllowed : '');
}

/** Writes only what is new: a live region reads every change aloud. @param {string} selector @param {string} text */
function say(selector, text) {
  const node = find(selector);
  if (node.textContent.trim() !== text) node.textContent = text;
}

/** @param {string} selector @returns {any} */
function find(selector) {
  return document.querySelector(selector);
}
