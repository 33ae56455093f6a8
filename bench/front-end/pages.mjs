// @ts-check
import { SCRIPT } from './candidates.mjs';

/** @typedef {import('./builds.mjs').Host} Host */

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Ticket A001</title>`;
/** No request for an icon. */
const ICON = '<link rel="icon" href="data:,">';
const BODY = '<h1>Your ticket</h1><div id="root"></div><p>Below</p>';

/** What stands where nothing is measured. */
export const EMPTY_PAGE = `${HEAD}${ICON}</head><body><h1>Your ticket</h1></body></html>`;

/**
 * The page of a candidate. Bundlers' pages ask for all files of the first load at once; so does this.
 *
 * @param {import('./candidates.mjs').Candidate} candidate
 * @param {{ host: Host, settings: import('./candidates.mjs').Settings, urls: readonly string[] }} options `urls`: of what the page
 *   itself loads, the entry first
 */
export function htmlOf({ html, react }, { host, settings, urls }) {
  const given = `<script>settings=${JSON.stringify(settings)}</script>`;
  if (html) {
    const page = html(settings).replace('</title>', `</title>${ICON}`);
    return page.replace(SCRIPT, urls[0] ? `<script type="module" src="${urls[0]}"></script>` : '');
  }
  const [entry, ...others] = urls;
  const links = others.map((url) =>
    url.endsWith('.css') ? `<link rel="stylesheet" href="${url}">` : `<link rel="modulepreload" href="${url}">`,
  );
  const script = entry ? `<script type="module" src="${entry}"></script>` : '';
  const body = react && host !== 'plain' ? '<div id="app"></div>' : BODY;
  return `${HEAD}${ICON}${given}${links.join('')}${script}</head><body>${body}</body></html>`;
}
