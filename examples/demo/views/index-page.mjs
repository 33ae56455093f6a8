import { html } from '../html.mjs';
import { layout, phoneLink } from './layout.mjs';

/** What the demo shows, and the way through it. @param {import('../words.mjs').Speech} speech */
export function indexPage(speech) {
  const { words, locale } = speech;
  const steps = /** @type {const} */ ([
    [words.step1, words.step1Text],
    [words.step2, words.step2Text],
    [words.step3, words.step3Text],
    [words.step4, words.step4Text],
  ]);
  const places = /** @type {const} */ ([
    [words.reactPage, words.reactText, `/ticket?lang=${locale}`],
    [words.plainPage, words.plainText, `/plain?lang=${locale}`],
    [words.staff, words.staffText, `/staff?lang=${locale}`],
    [words.dashboard, words.dashboardText, '/admin'],
    [words.phone, words.phoneText, phoneLink(speech)],
  ]);
  return layout({
    speech,
    path: '/',
    title: words.demo,
    body: html`<div class="lead">
        <h1>${words.indexTitle}</h1>
        <p>${words.indexLead}</p>
      </div>
      <ul class="places">
        ${places.map(
          ([name, text, href]) =>
            html`<li>
              <a
                class="place"
                href="${href}"
                ${href.startsWith('/phone') ? html`target="_blank" rel="noopener"` : null}
              >
                <h2>${name}</h2>
                <p>${text}</p>
                <svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h13M12.5 6l6 6-6 6" /></svg>
              </a>
            </li>`,
        )}
      </ul>
      <section class="panel" aria-labelledby="walk">
        <h2 id="walk">${words.walk}</h2>
        <ol class="walk">
          ${steps.map(
            ([name, text]) =>
              html`<li>
                <div>
                  <h3>${name}</h3>
                  <p>${text}</p>
                </div>
              </li>`,
          )}
        </ol>
      </section>`,
  });
}
