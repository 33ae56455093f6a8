import type { OptInView } from '@whatsapp-optin/sdk';
import type { ReactNode } from 'react';
import { rich } from './rich.js';

/** What stands in the live region. */
export function statusText({ status }: OptInView): ReactNode {
  return (
    status && (
      <>
        <span className="whatsapp-optin-dot" aria-hidden="true" />
        <span>{rich(status.text)}</span>
      </>
    )
  );
}
