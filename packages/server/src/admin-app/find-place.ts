/**
 * Where the page is served, since it is built without knowing: the server may be mounted under a path of the host's.
 *
 * @param pathname - of the page: `/admin`, `/whatsapp/admin/sessions`.
 * @returns `server`: the path before `/admin`, `''` at the root; `basePath`: up to `/admin`, itself included.
 */
export function findPlace(pathname: string): { server: string; basePath: string } {
  const at = pathname.search(/\/admin(\/|$)/);
  const server = at < 0 ? '' : pathname.slice(0, at);
  return { server, basePath: `${server}/admin` };
}
