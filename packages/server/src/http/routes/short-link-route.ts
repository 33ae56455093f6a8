import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { detectDevice, generateWhatsAppLink } from '@whatsapp-optin/sdk/contract';
import { describeAnswers } from '../describe-answers.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { shortLinkPage } from '../short-link-page.js';

const MAX_CODE_LENGTH = 64;

export function addShortLinkRoute(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const route = createRoute({
    method: 'get',
    path: '/o/{code}',
    summary: 'Short link of an opt-in',
    description: 'Leads to WhatsApp on the device of the reader and changes nothing.',
    request: { params: z.object({ code: z.string() }) },
    responses: describeAnswers({ 302: { description: 'To WhatsApp' } }, 'NOT_FOUND', 'GONE', 'RATE_LIMITED'),
  });
  app.openapi(route, async (c) => {
    const { code } = c.req.valid('param');
    const link =
      code.length > MAX_CODE_LENGTH ? ({ status: 'unknown' } as const) : await context.optIns.resolveShortLink(code);
    const { headers } = c.req.raw;
    const wantsPage = (headers.get('accept') ?? '').includes('text/html');
    const language = headers.get('accept-language');
    switch (link.status) {
      case 'open': {
        const device = detectDevice({
          userAgent: headers.get('user-agent') ?? '',
          userAgentData: { mobile: headers.get('sec-ch-ua-mobile') === '?1' },
        });
        const location = generateWhatsAppLink(link.phone, link.message, { device });
        return new Response(null, { status: 302, headers: { location, vary: 'User-Agent, Sec-CH-UA-Mobile' } });
      }
      case 'gone':
        if (wantsPage) return shortLinkPage('gone', language);
        return problemResponse('GONE', 'This link was used or has lapsed; get a new one from the ticket page.');
      case 'unknown': {
        const limited = await context.limits.count('unknownLink', c.env.clientAddress);
        if (limited) return limited;
        if (wantsPage) return shortLinkPage('unknown', language);
        return problemResponse('NOT_FOUND', 'There is no such link.');
      }
    }
  });
}
