// @ts-check
import './whatsapp-optin.js';

/** @typedef {import('@whatsapp-optin/web-component').WhatsAppOptInElement} WhatsAppOptInElement */
const prompt = /** @type {WhatsAppOptInElement} */ (document.querySelector('whatsapp-optin'));
const title = /** @type {HTMLElement} */ (document.querySelector('#ticket'));

prompt.addEventListener('reset', () => void showNext());
void showNext();

/** The next person gets a number and an opt-in of their own. */
async function showNext() {
  const { server, ticket } = await (await fetch('/config')).json();
  title.textContent = ticket;
  prompt.setAttribute('ticket', ticket);
  prompt.setAttribute('server', server);
  prompt.hidden = false;
}
