// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSamples } from '../../scripts/readme-samples.mjs';
import { root } from '../../scripts/run.mjs';
import { PEERS } from './peers.mjs';

/**
 * What a page is asked for; in the page as `globalThis.settings`.
 *
 * @typedef {object} Settings
 * @property {number} copies
 * @property {boolean} live whether the journey goes on to its end: "connected", the feed
 * @property {string} api base URL of the stand-in for the candidate's server
 */

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {string} selector of a copy that is shown
 * @property {string} [shadow] what that copy holds in its shadow root once it is shown
 * @property {string | null} [done] selector of what ends the journey; `null`: the page calls `bench.finish()`; default `selector`
 * @property {1} [most] copies that a page can have
 * @property {string} [react] module that defines `tree(settings)`, an element of React
 * @property {string} [from] folder whose packages `react` or `plain` imports
 * @property {string} [plain] module of a page without React
 * @property {(settings: Settings) => string} [html] a whole page that loads the script tag
 */

const SAMPLE = readSamples(readFileSync(join(root, 'README.md'), 'utf8')).get('html')?.text ?? '';
const ELEMENT = /<whatsapp-optin ([\s\S]*?)<\/whatsapp-optin>/;
const PHONE_LINK = 'a[href^="https://wa.me/"]';

/** Where `html` names the script-tag file; a page without the script has nothing there. */
export const SCRIPT = /<script type="module" src="[^"]*"><\/script>/;

/** README's own page, with text around the element that a shift would move. @type {Candidate} */
const scriptTag = {
  name: 'script tag',
  selector: 'whatsapp-optin',
  shadow: PHONE_LINK,
  done: null,
  html({ copies, live, api }) {
    const server = live ? `server="${api}" publishable-key="pk_bench" ` : '';
    const [element = ''] = ELEMENT.exec(SAMPLE) ?? [];
    const one = element.replace('<whatsapp-optin ', `<whatsapp-optin locale="en" ${server}`);
    return SAMPLE.replace(ELEMENT, () => `<h1>Your ticket</h1>${one.repeat(copies)}<p>Below</p>`)
      .replace('src="whatsapp-optin.js"', 'src="/dist/whatsapp-optin.js"')
      .replace('</body>', '<script>addEventListener("connected", () => bench.finish());</script></body>');
  },
};

/** @type {Candidate} */
const reactPrompt = {
  name: 'React prompt',
  selector: `#root ${PHONE_LINK}`,
  done: null,
  from: root,
  react: `import { createElement as h } from 'react';
    import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
    const tree = ({ copies, live, api }) => Array.from({ length: copies }, (_, key) => h(WhatsAppNotificationPrompt, {
      key, ticketNumber: 'A001', organizationName: 'Acme Clinic', companyWhatsAppNumber: '+966500000000', locale: 'en',
      ...(live && { server: api, publishableKey: 'pk_bench', onConnected: () => bench.finish() }) }));`,
};

/** @type {Candidate} */
const floatingWhatsApp = {
  name: 'react-floating-whatsapp',
  selector: '.floating-whatsapp-button',
  from: PEERS,
  react: `import { createElement as h } from 'react';
    import { FloatingWhatsApp } from 'react-floating-whatsapp';
    const tree = ({ copies }) => Array.from({ length: copies }, (_, key) =>
      h(FloatingWhatsApp, { key, phoneNumber: '966500000000', accountName: 'Acme Clinic' }));`,
};

/** The bell; opened, with its feed, where there is a server to ask. @type {Candidate} */
const novu = {
  name: '@novu/react Inbox',
  selector: '.nt-bell, .nv-bellContainer, .nv-inbox__popoverTrigger',
  done: '.nv-notificationSubject',
  from: PEERS,
  react: `import { createElement as h } from 'react';
    import { Inbox } from '@novu/react';
    const tree = ({ copies, live, api }) => Array.from({ length: copies }, (_, key) => h(Inbox, {
      key, applicationIdentifier: 'bench', subscriber: 'customer-1', backendUrl: api,
      socketUrl: api.replace('http', 'ws') + '/socket', socketOptions: { socketType: 'cloud' }, ...(live && { open: true }) }));`,
};

/** The bell of its README, and the feed in its popover where there is a server to ask. @type {Candidate} */
const knock = {
  name: '@knocklabs/react feed',
  selector: '.rnf-notification-icon-button',
  done: '.rnf-notification-cell',
  from: PEERS,
  react: `import { Fragment, createElement as h, useRef } from 'react';
    import { KnockFeedProvider, KnockProvider, NotificationFeedPopover, NotificationIconButton } from '@knocklabs/react';
    import '@knocklabs/react/dist/index.css';
    function Bell({ isVisible }) {
      const button = useRef(null);
      return h(Fragment, null, h(NotificationIconButton, { ref: button, onClick() {} }),
        h(NotificationFeedPopover, { buttonRef: button, isVisible, onClose() {} }));
    }
    const tree = ({ copies, live, api }) => h(KnockProvider, { apiKey: 'pk_bench', userId: 'customer-1', host: api },
      h(KnockFeedProvider, { feedId: '01980000-0000-7000-8000-000000000000' },
        Array.from({ length: copies }, (_, key) => h(Bell, { key, isVisible: live }))));`,
};

/** As its documentation writes it: a classic script, a sheet, a call. @type {Candidate} */
const cookieConsent = {
  name: 'cookieconsent',
  selector: '.cc-window',
  from: PEERS,
  plain: `import 'cookieconsent/build/cookieconsent.min.css';
    import 'cookieconsent/build/cookieconsent.min.js';
    for (let i = 0; i < settings.copies; i += 1) window.cookieconsent.initialise({
      palette: { popup: { background: '#000' }, button: { background: '#f1d600' } } });`,
};

/** @type {Candidate} */
const vanillaCookieConsent = {
  name: 'vanilla-cookieconsent',
  selector: '#cc-main .cm',
  most: 1,
  from: PEERS,
  plain: `import 'vanilla-cookieconsent/dist/cookieconsent.css';
    import * as CookieConsent from 'vanilla-cookieconsent';
    CookieConsent.run({ hideFromBots: false, categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
      language: { default: 'en', translations: { en: {
        consentModal: { title: 'We use cookies', description: 'Choose.', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' },
        preferencesModal: { title: 'Preferences', acceptAllBtn: 'Accept all', savePreferencesBtn: 'Save', sections: [] } } } } });`,
};

/** The first is what ratios are measured against. */
export const CANDIDATES = [floatingWhatsApp, scriptTag, reactPrompt, novu, knock, cookieConsent, vanillaCookieConsent];
