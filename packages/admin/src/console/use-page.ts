import { useCallback, useSyncExternalStore, type MouseEvent } from 'react';

const MOVED = 'whatsapp-optin-admin:moved';

/** A click on the link of a page: without a key that asks for a new tab it goes there without a reload. */
export type FollowLink = (event: MouseEvent, name: string) => void;

export interface PageAddress {
  /** `''` at the base itself. */
  name: string;
  /** Of the path after the name: `''` without one. */
  part: string;
  /** Query of the address: `?search=Nora`, `''` without one. */
  query: string;
  /** Goes to another page without a reload: `sessions`, `sessions?search=Nora`. */
  go: (path: string) => void;
}

/** The page that the address names, below `basePath`. */
export function usePage(basePath: string): PageAddress {
  const address = useSyncExternalStore(
    subscribe,
    () => window.location.pathname + window.location.search,
    () => basePath,
  );
  const go = useCallback(
    (next: string) => {
      window.history.pushState(null, '', `${basePath}/${next}`);
      window.dispatchEvent(new Event(MOVED));
    },
    [basePath],
  );
  const at = address.indexOf('?');
  const path = at < 0 ? address : address.slice(0, at);
  const [name = '', part = ''] = partsOf(path, basePath);
  return { name, part, query: at < 0 ? '' : address.slice(at), go };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

function partsOf(pathname: string, basePath: string): string[] {
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length + 1).split('/') : [];
}
