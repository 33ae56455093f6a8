import { html, jsonBlock } from '../html.mjs';
import { layout } from './layout.mjs';

/** The queue and what each call did; `pages/staff-page.js` fills it. @param {import('../words.mjs').Speech} speech */
export function staffPage(speech) {
  const { words, locale } = speech;
  return layout({
    speech,
    path: '/staff',
    title: words.staff,
    head: html`${jsonBlock('page-data', { locale, words })}
      <script type="module" src="/assets/staff-page.js"></script>`,
    body: html`<div class="lead">
        <h1>${words.staffTitle}</h1>
        <p>${words.staffLead}</p>
      </div>
      <div class="bench">
        <section class="panel queue" aria-label="${words.staffTitle}">
          <div class="controls">
            <button class="button primary" type="button" id="call-next">${words.callNext}</button>
            <button class="button" type="button" id="add-walk-in">${words.addWalkIn}</button>
          </div>
          <p class="aside">${words.walkInNote}</p>
          <p class="news" id="news" role="status"></p>
          <div class="table-frame">
            <table id="queue" hidden>
              <thead>
                <tr>
                  <th scope="col">${words.ticket}</th>
                  <th scope="col">${words.status}</th>
                  <th scope="col">${words.reach}</th>
                  <th scope="col">${words.person}</th>
                </tr>
              </thead>
              <tbody></tbody>
            </table>
          </div>
          <p class="empty" id="empty-queue" hidden>${words.emptyQueue}</p>
        </section>
        <section class="panel" aria-labelledby="last-call">
          <h2 id="last-call">${words.lastCall}</h2>
          <p class="empty" id="no-call">${words.noCall}</p>
          <div id="notices" class="notices" aria-live="polite"></div>
        </section>
      </div>`,
  });
}
