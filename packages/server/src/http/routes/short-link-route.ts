import { z } from '@hono/zod-openapi';
import { detectDevice, generateWhatsAppLink } from '@whatsapp-optin/sdk/contract';
import { defineRoute } from '../define-route.js';
import { problemResponse } from '../problem-response.js';
import { shortLinkPage } from '../short-link-page.js';
import { anyone } from '../who.js';

const MAX_CODE_LENGTH = 64;

/** Whatever it is, it is a code that may be unknown. */
const code = z.string();

export const SHORT_LINK_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/o/{code}',
    id: 'followShortLink',
    tag: 'Opt-ins',
    summary: 'Short link of an opt-in',
    description: 'Leads to WhatsApp on the device of the reader and changes nothing.',
    who: anyone,
    params: z.object({ code }),
    output: { 302: { description: 'To WhatsApp' } },
    refuses: ['NOT_FOUND', 'GONE', 'RATE_LIMITED'],
    example: { params: { code: 'K7QX-2M4P-9RTC' } },
  },
  async ({ context, c, clientAddress, params }) => {
    const link =
      params.code.length > MAX_CODE_LENGTH
        ? ({ status: 'unknown' } as const)
        : await context.optIns.resolveShortLink(params.code);
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
        const limited = await context.limits.count('unknownLink', clientAddress);
        if (limited) return limited;
        if (wantsPage) return shortLinkPage('unknown', language);
        return problemResponse('NOT_FOUND', 'There is no such link.');
      }
    }
  },
);
