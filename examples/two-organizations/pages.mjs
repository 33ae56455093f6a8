// @ts-check
import { readFile } from 'node:fs/promises';
import { ORGANIZATIONS } from './organizations.mjs';

const ELEMENT = /^\/(whatsapp-optin[\w.-]*\.js)$/;
const dist = new URL('.', import.meta.resolve('@whatsapp-optin/web-component/define'));

/**
 * The ticket page of each organization at `/clinic` and `/bakery`.
 *
 * @param {Request} request
 * @param {string} vendors where the simulator is
 * @returns {Promise<Response | null>} `null`: no page is at this address
 */
export async function answerPage(request, vendors) {
  const { pathname } = new URL(request.url);
  const file = ELEMENT.exec(pathname)?.[1];
  if (file !== undefined)
    return new Response(await readFile(new URL(file, dist)), { headers: { 'content-type': 'text/javascript' } });
  const organization = ORGANIZATIONS.find(({ id }) => pathname === `/${id}`);
  if (organization === undefined) return null;
  return new Response(pageOf(organization, vendors), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** @param {(typeof ORGANIZATIONS)[number]} organization @param {string} vendors */
function pageOf({ name, whatsappNumber, publishableKey, defaultLocale }, vendors) {
  return `<!doctype html>
<html lang="${defaultLocale}">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>${name}</title>
  <script type="module" src="/whatsapp-optin.js"></script>
  <!-- Opens the simulator's phone in place of WhatsApp. -->
  <script src="${vendors}/phone/links.js"></script>
  <h1>${name}</h1>
  <whatsapp-optin phone="${whatsappNumber}" organization="${name}" ticket="A001"
    server="/whatsapp" publishable-key="${publishableKey}"></whatsapp-optin>
</html>`;
}
