const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const WHATSAPP_HOSTS = ['wa.me', 'api.whatsapp.com', 'web.whatsapp.com'];

/** Whether it is an absolute https address, or an http one on this machine. */
export function isSecureOrLocal(address: unknown): address is string {
  const url = parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname));
}

/** Whether it is an https address of WhatsApp's own sites. */
export function isWhatsAppSite(address: unknown): address is string {
  const url = parse(address);
  return url?.protocol === 'https:' && WHATSAPP_HOSTS.includes(url.host);
}

/** Whether it opens the app. Android reads what follows a `#` as the intent itself. */
export function isWhatsAppApp(address: unknown): address is string {
  return typeof address === 'string' && /^whatsapp:[^#\s]*$/i.test(address);
}

function parse(address: unknown): URL | null {
  try {
    return typeof address === 'string' ? new URL(address) : null;
  } catch {
    return null;
  }
}
