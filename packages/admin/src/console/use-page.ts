import { useCallback, useSyncExternalStore } from 'react';

const MOVED = 'whatsapp-optin-admin:moved';

/**
 * The page that the address names, below `basePath`, and a function that goes to another without a reload.
 *
 * @returns the name, `''` at the base itself.
 */
export function usePage(basePath: string): [string, (name: string) => void] {
  const name = useSyncExternalStore(
    subscribe,
    () => nameOf(window.location.pathname, basePath),
    () => '',
  );
  const go = useCallback(
    (next: string) => {
      window.history.pushState(null, '', `${basePath}/${next}`);
      window.dispatchEvent(new Event(MOVED));
    },
    [basePath],
  );
  return [name, go];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

function nameOf(pathname: string, basePath: string): string {
  return pathname.startsWith(`${basePath}/`) ? (pathname.slice(basePath.length + 1).split('/')[0] ?? '') : '';
}
