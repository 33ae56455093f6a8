import { createContext, useContext, type MouseEvent } from 'react';

/** Links between the pages of a console. */
export interface PageLinks {
  /** @param path - `customers/01938f6e-…` */
  addressOf(path: string): string;
  /** A click on such a link goes there without a reload. */
  follow(event: MouseEvent, path: string): void;
}

/** `null` outside a console: a component of its own has no page to lead to. */
export const PageLinksContext = createContext<PageLinks | null>(null);

/** Links to other pages, where there are such. */
export function usePageLinks(): PageLinks | null {
  return useContext(PageLinksContext);
}
