export { WhatsAppOptInElement } from './whatsapp-optin-element.js';
export { DISPLAYS, THEMES, type Display, type Theme } from './attributes.js';
