'use client';
import { adoptOptInStyles, optInStyles } from '@whatsapp-optin/sdk/styles';
import { useCallback, useRef, useSyncExternalStore } from 'react';

/**
 * The look in the HTML of a server, so that the first paint is styled. In the browser the constructable sheet takes its
 * place before this one goes.
 */
export function ServerStyles({ nonce }: { nonce: string | undefined }) {
  const isServerHtml = useSyncExternalStore(never, inBrowser, onServer);
  if (!isServerHtml) return null;
  return (
    <style href="whatsapp-optin" precedence="whatsapp-optin" nonce={nonce}>
      {optInStyles}
    </style>
  );
}

/** A ref for the outer element that also styles the document or shadow root around it, before the first paint. */
export function useStyledRoot(adoptsStyles: boolean) {
  const root = useRef<HTMLElement | null>(null);
  const attach = useCallback(
    (node: HTMLElement | null) => {
      root.current = node;
      const around = node?.getRootNode();
      if (adoptsStyles && around && isStyleable(around)) adoptOptInStyles(around);
    },
    [adoptsStyles],
  );
  return { root, attach };
}

/** False for a tree that is in no page. */
function isStyleable(root: Node): root is Document | ShadowRoot {
  return 'styleSheets' in root;
}

const never = () => () => {};
const inBrowser = () => false;
const onServer = () => true;
