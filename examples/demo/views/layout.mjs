import { html } from '../html.mjs';

/** Pages in the order of the menu: path, and the key of its name. */
const MENU = /** @type {const} */ ([
  ['/', 'overview'],
  ['/ticket', 'reactPage'],
  ['/plain', 'plainPage'],
  ['/staff', 'staff'],
]);

/**
 * The frame around every page of the demo.
 *
 * @param {object} page
 * @param {import('../words.mjs').Speech} page.speech
 * @param {string} page.path - of this page, without its query
 * @param {string} page.title
 * @param {string} [page.ticketId] - kept when the language changes
 * @param {unknown} [page.head]
 * @param {unknown} page.body
 */
export function layout({ speech: { locale, dir, words }, path, title, ticketId, head, body }) {
  const other = new URLSearchParams({ ...(ticketId ? { ticket: ticketId } : {}), lang: locale === 'ar' ? 'en' : 'ar' });
  const document = html`<!doctype html>
    <html lang="${locale}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${words.clinic}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/demo.css" />
        ${head}
      </head>
      <body>
        <a class="skip-link" href="#content">${words.skipToContent}</a>
        <header class="site">
          <a class="brand" href="/?lang=${locale}">
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v16M4 12h16" /></svg>
            <span>${words.clinic}</span>
          </a>
          <nav aria-label="${words.pages}">
            <ul>
              ${MENU.map(
                ([href, key]) =>
                  html`<li>
                    <a href="${href}?lang=${locale}" ${href === path ? html`aria-current="page"` : null}
                      >${words[key]}</a
                    >
                  </li>`,
              )}
              <li><a href="${phoneLink({ locale, words })}" target="_blank" rel="noopener">${words.phone}</a></li>
            </ul>
          </nav>
          <a class="language" href="${path}?${other}" lang="${locale === 'ar' ? 'en' : 'ar'}">${words.otherLanguage}</a>
        </header>
        <main id="content">${body}</main>
        <footer class="site-note">${words.footer}</footer>
      </body>
    </html> `;
  return document.toString();
}

/** The phone simulator, turned to the clinic. @param {Pick<import('../words.mjs').Speech, 'locale' | 'words'>} speech @param {string} [number] */
export function phoneLink({ locale, words }, number) {
  const query = new URLSearchParams({ to: '+966500000000', name: words.clinic, lang: locale });
  if (number) query.set('number', number);
  return `/phone?${query}`;
}
