// @ts-check

/**
 * The demo's stand-in for WhatsApp: opens the simulated phone where the real link would have opened the app. Call it within
 * the click, since a browser opens windows for a person alone.
 *
 * @param {string} href - the real link: `https://wa.me/<digits>?text=…` or `https://web.whatsapp.com/send?phone=<digits>&text=…`
 * @param {{ pocketPhone: string, locale: string, clinic: string }} page
 */
export function openPhone(href, { pocketPhone, locale, clinic }) {
  const link = new URL(href);
  const digits = link.searchParams.get('phone') ?? link.pathname.slice(1);
  const query = new URLSearchParams({
    number: pocketPhone,
    to: `+${digits}`,
    text: link.searchParams.get('text') ?? '',
    name: clinic,
    lang: locale,
  });
  open(`/phone?${query}`, '_blank', 'noopener');
}
