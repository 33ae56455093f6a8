import { closestLocale, directionOf } from '@whatsapp-optin/sdk/contract';

const WORDS = {
  en: {
    gone: {
      title: 'This link has expired',
      body: 'It was used already, or its time is over. Open your ticket page again to get a new one.',
    },
    unknown: {
      title: 'This link leads nowhere',
      body: 'Check that you copied all of it, or open your ticket page again.',
    },
  },
  ar: {
    gone: {
      title: 'انتهت صلاحية هذا الرابط',
      body: 'لقد استُخدم من قبل أو انتهت مدته. افتح صفحة تذكرتك مرة أخرى للحصول على رابط جديد.',
    },
    unknown: { title: 'هذا الرابط غير صحيح', body: 'تأكد من نسخه كاملًا، أو افتح صفحة تذكرتك مرة أخرى.' },
  },
} as const;
const LOCALES = ['en', 'ar'] as const satisfies (keyof typeof WORDS)[];
const STATUS = { gone: 410, unknown: 404 } as const;

/** What a person sees whose short link no longer works; no style and no script, so that the strictest policy holds. */
export function shortLinkPage(kind: 'gone' | 'unknown', acceptLanguage: string | null): Response {
  const locale = preferredLocale(acceptLanguage);
  const { title, body } = WORDS[locale][kind];
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
function preferredLocale(acceptLanguage: string | null): keyof typeof WORDS {
  const tags = (acceptLanguage ?? '').slice(0, 200).split(',');
  return (
    closestLocale(
      tags.map((tag) => tag.split(';')[0]?.trim() ?? ''),
      LOCALES,
    ) ?? 'en'
  );
}
