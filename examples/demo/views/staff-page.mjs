import { html, jsonBlock } from '../html.mjs';
import { layout } from './layout.mjs';

/** The queue of the dashboard inside a page of the clinic. @param {import('../words.mjs').Speech} speech */
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
        <p class="aside">${words.walkInNote}</p>
      </div>
      <div id="root"></div>`,
  });
}
