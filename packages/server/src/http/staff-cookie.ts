/** `__Host-` and `Secure` where the address is https; on plain http, in development, browsers would drop such a cookie. */
const SECURE_NAME = '__Host-whatsapp-optin-staff';
const PLAIN_NAME = 'whatsapp-optin-staff';

/**
 * The cookie of a signed-in browser; `null` without one. On https the name with `__Host-` alone counts: a sibling
 * subdomain could plant the other.
 */
export function readStaffCookie(headers: Headers, publicUrl: string): string | null {
  const name = nameFor(publicUrl);
  const cookies = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return cookies.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** Out of the reach of scripts, and sent with no request that another site begins. */
export function staffCookie(input: { token: string; lifetimeSeconds: number; publicUrl: string }): string {
  const name = nameFor(input.publicUrl);
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${input.lifetimeSeconds}`;
  return `${name}=${input.token}; ${attributes}${name === SECURE_NAME ? '; Secure' : ''}`;
}

function nameFor(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? SECURE_NAME : PLAIN_NAME;
}
