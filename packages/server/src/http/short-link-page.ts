import { closestLocale, directionOf, type SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { SHORT_LINK_WORDS } from './short-link-words.js';

const STATUS = { gone: 410, unknown: 404 } as const;

/** What a person sees whose short link no longer works; no style and no script, so that the strictest policy holds. */
export function shortLinkPage(kind: 'gone' | 'unknown', acceptLanguage: string | null): Response {
  const locale = preferredLocale(acceptLanguage);
  const { title, body } = SHORT_LINK_WORDS[locale][kind];
  const html = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${body}</p></main></body>
</html>
`;
  return new Response(html, {
    status: STATUS[kind],
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      vary: 'Accept, Accept-Language',
    },
  });
}

/** Browsers list their languages best first. */
export function preferredLocale(acceptLanguage: string | null): SupportedLocale {
  const tags = (acceptLanguage ?? '').slice(0, 200).split(',');
  return closestLocale(tags.map((tag) => tag.split(';')[0]?.trim() ?? '')) ?? 'en';
}
