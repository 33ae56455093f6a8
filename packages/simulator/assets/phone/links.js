// @ts-check
/**
 * For pages that are under development: a tap on a link to WhatsApp opens this phone in its place, with the message written.
 * A classic script, which a page of another origin may load.
 */
(() => {
  const { currentScript } = document;
  if (!(currentScript instanceof HTMLScriptElement)) return;
  const phone = new URL('.', currentScript.src).href.replace(/\/$/, '');
  const HOSTS = ['wa.me', 'web.whatsapp.com', 'api.whatsapp.com'];

  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (event.defaultPrevented || !(link instanceof HTMLAnchorElement) || !HOSTS.includes(link.hostname)) return;
    const { pathname, searchParams } = new URL(link.href);
    const to = searchParams.get('phone') ?? pathname.slice(1);
    const query = new URLSearchParams({ to: `+${to.replace(/\D/g, '')}`, text: searchParams.get('text') ?? '' });
    event.preventDefault();
    open(`${phone}?${query}`, '_blank', 'noopener');
  });
})();
