import { z } from '@hono/zod-openapi';
import { SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import type { PageOwner } from '../../customer-page/capability-links.js';
import type { PageState } from '../../customer-page/customer-page.js';
import { renderEnding } from '../../customer-page/render-ending.js';
import { renderPage, renderReceipt } from '../../customer-page/render-page.js';
import { customerPageResponse, pagePath } from '../customer-page-response.js';
import { defineRoute } from '../define-route.js';
import { inputMoment } from '../dates.js';
import { MAX_BEACON_BYTES, readBody } from '../read-body.js';
import type { RouteCall } from '../route-call.js';
import { preferredLocale } from '../short-link-page.js';
import { anyone } from '../who.js';

/** In the audit log: who acts on their own page. The target says which customer. */
const CUSTOMER = { name: 'customer', role: null, by: 'customer_page' } as const;

/** Whatever it is, it is a token that may be unknown. */
const params = z.object({ token: z.string() });
const example = { params: { token: 'kR3w5wX2nUu9m2Jt6bq0xQGTj24AAHAAgAAAAAAAAAFjbGluaWM' } };
const shared = { tag: 'Opt-ins', who: anyone, params, refuses: ['RATE_LIMITED'], example } as const;
const page = (description: string) => ({ description, contentType: 'text/html' });
const UNKNOWN = { 404: page('Forged, erased, or its time is over: the same page for each') };

const showPage = defineRoute(
  {
    method: 'get',
    path: '/m/{token}',
    id: 'showCustomerPage',
    summary: "The customer's own page",
    description: 'Opened by the link in each welcome. Shows what is held, and changes nothing.',
    output: { 200: page('The page'), ...UNKNOWN },
    ...shared,
  },
  (call) =>
    withPerson(call, async ({ state }) => {
      const asksErase = call.c.req.query('erase') === 'ask';
      return customerPageResponse(await renderPage({ state, path: pathOf(call), asksErase }), state.locale);
    }),
);

const showReceipt = defineRoute(
  {
    method: 'get',
    path: '/m/{token}/receipt',
    id: 'showConsentReceipt',
    summary: 'What the customer agreed to, and when',
    output: { 200: page('The receipt'), ...UNKNOWN },
    ...shared,
  },
  (call) =>
    withPerson(call, async ({ owner, state }) => {
      const entries = await call.context.customerPage.receipt(owner);
      return customerPageResponse(await renderReceipt({ state, path: pathOf(call) }, entries), state.locale);
    }),
);

const downloadData = defineRoute(
  {
    method: 'get',
    path: '/m/{token}/data',
    id: 'downloadCustomerData',
    summary: 'Everything held of the customer, as JSON',
    output: { 200: { description: 'The rows of each table', contentType: 'application/json' }, ...UNKNOWN },
    ...shared,
  },
  (call) =>
    withPerson(call, async ({ owner, state }) => {
      const found = await call.context.contacts.export(owner.organizationId, { contactId: owner.contactId });
      if (found === null) return gone(call);
      const name = `whatsapp-data-${state.now.toISOString().slice(0, 10)}.json`;
      return new Response(`${JSON.stringify(found, null, 2)}\n`, {
        headers: {
          'content-type': 'application/json',
          'content-disposition': `attachment; filename="${name}"`,
          'x-robots-tag': 'noindex',
        },
      });
    }),
);

const act = defineRoute(
  {
    method: 'post',
    path: '/m/{token}',
    id: 'actOnCustomerPage',
    summary: 'A form of the customer page',
    description:
      'A form body. `action`: `stop`, `pause` with `until` (`hour`, or ISO 8601 within a day), `resume`, `language` with `locale`, or `erase`. Anything else changes nothing.',
    output: { 200: page('Erased'), 303: { description: 'Back to the page' }, ...UNKNOWN },
    ...shared,
  },
  (call) =>
    withPerson(call, async (person) => {
      const { context, c } = call;
      const body = await readBody(c.req.raw, { maxBytes: MAX_BEACON_BYTES, budget: context.bodies, ...c.env });
      if (body instanceof Response) return body;
      const erased = await apply(call, person, new URLSearchParams(new TextDecoder().decode(body)));
      if (erased) return customerPageResponse(await renderEnding('erased', person.state.locale), person.state.locale);
      return new Response(null, { status: 303, headers: { location: pathOf(call) } });
    }),
);

/** The customer's own page and its forms; all of it by the capability in the address. */
export const CUSTOMER_PAGE_ROUTES = [showPage, act, showReceipt, downloadData];

/** @returns whether the person was erased, so that there is no page to go back to. */
async function apply({ context }: RouteCall, { owner, state }: PagePerson, form: URLSearchParams): Promise<boolean> {
  const { customerPage, contacts, live, staff } = context;
  const { organizationId, contactId: target } = owner;
  switch (form.get('action')) {
    case 'stop':
      await customerPage.stop(owner);
      if (state.status !== 'stopped') await staff.note(organizationId, CUSTOMER, { action: 'contact.stopped', target });
      break;
    case 'pause': {
      const until = form.get('until');
      const at = inputMoment.safeParse(until);
      if (until === 'hour') await customerPage.pause(owner, 'hour');
      else if (at.success) await customerPage.pause(owner, new Date(at.data));
      break;
    }
    case 'resume':
      await customerPage.pause(owner, null);
      break;
    case 'language': {
      const locale = SUPPORTED_LOCALES.find((one) => one === form.get('locale'));
      if (locale !== undefined) await customerPage.speak(owner, locale);
      break;
    }
    case 'erase': {
      const erased = await contacts.erase(organizationId, { contactId: target });
      const rows = Object.values(erased?.erased ?? {}).reduce((sum, count) => sum + count, 0);
      await staff.note(organizationId, CUSTOMER, { action: 'contact.erased', target, details: { rows } });
      live.nudge(organizationId);
      return true;
    }
    default:
      return false;
  }
  live.nudge(organizationId);
  return false;
}

interface PagePerson {
  owner: PageOwner;
  state: PageState;
}

type PageCall = RouteCall & { params: { token: string } };

async function withPerson(call: PageCall, show: (person: PagePerson) => Promise<Response>): Promise<Response> {
  const { customerPage } = call.context;
  const owner = customerPage.links.read(call.params.token);
  const state = owner === null ? null : await customerPage.read(owner);
  return owner === null || state === null ? gone(call) : show({ owner, state });
}

async function gone({ context, c, clientAddress }: RouteCall): Promise<Response> {
  const limited = await context.limits.count('unknownLink', clientAddress);
  if (limited) return limited;
  const locale = preferredLocale(c.req.header('accept-language') ?? null);
  return customerPageResponse(await renderEnding('gone', locale), locale, 404);
}

const pathOf = ({ context, params: { token } }: PageCall): string => pagePath(context.settings.publicUrl, token);
