/** `__Host-` and `Secure` where the address is https; on plain http, in development, browsers would drop such a cookie. */
const SECURE_NAME = '__Host-whatsapp-optin-staff';
const PLAIN_NAME = 'whatsapp-optin-staff';

/** The cookie of a signed-in browser; `null` without one. */
export function readStaffCookie(headers: Headers): string | null {
  const cookies = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  for (const name of [SECURE_NAME, PLAIN_NAME]) {
    const found = cookies.find((pair) => pair.startsWith(`${name}=`));
    if (found !== undefined) return found.slice(name.length + 1);
  }
  return null;
}

/** Out of the reach of scripts, and sent with no request that another site begins. */
export function staffCookie(input: { token: string; lifetimeSeconds: number; publicUrl: string }): string {
  const secure = input.publicUrl.startsWith('https:');
  const name = secure ? SECURE_NAME : PLAIN_NAME;
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${input.lifetimeSeconds}`;
  return `${name}=${input.token}; ${attributes}${secure ? '; Secure' : ''}`;
}
