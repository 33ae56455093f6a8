import { methodsAt } from './methods-at.js';

const NOTHING = 'There is nothing at this address.';

/**
 * The detail of a 404. An address that ends in one of ours, or lacks the base path, comes from a wrong mount: the detail then
 * says what to set.
 *
 * @param routes - every route, without the base path.
 */
export function describeUnknownAddress(
  routes: readonly { method: string; path: string }[],
  pathname: string,
  basePath: string,
): string {
  const mount = mountOf(routes, pathname);
  if (mount === null || mount === basePath) return NOTHING;
  if (mount === '')
    return `${NOTHING} The server expects addresses below "${basePath}", as basePath (BASE_PATH) says; the request came without it.`;
  return `${NOTHING} Where the server is mounted at "${mount}", set basePath: '${mount}' (BASE_PATH=${mount}).`;
}

/** What stands before the longest known address at the end; `null` where none does. A base path has safe characters alone. */
function mountOf(routes: readonly { method: string; path: string }[], pathname: string): string | null {
  const segments = pathname.split('/').slice(1);
  for (let at = 0; at < segments.length; at += 1) {
    if (methodsAt(routes, `/${segments.slice(at).join('/')}`).length === 0) continue;
    const mount = segments.slice(0, at).map((segment) => `/${segment}`);
    return /^[\w/.-]*$/.test(mount.join('')) ? mount.join('') : null;
  }
  return null;
}
