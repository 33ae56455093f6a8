import { cardStyles, lightDomStyles, livePart } from '@whatsapp-optin/sdk/card';
import type { OptInView } from '@whatsapp-optin/sdk';

/** The look in the HTML of a server: what the first frame needs, the same on both sides. */
export function ServerStyles({ view, nonce }: { view: OptInView; nonce: string | undefined }) {
  const isFirstCard = view.state === 'idle' && view.display === 'card';
  return (
    <style href={`whatsapp-optin${isFirstCard ? '' : '-live'}`} precedence="whatsapp-optin" nonce={nonce}>
      {lightDomStyles + cardStyles + (isFirstCard ? '' : (livePart.get()?.liveStyles ?? ''))}
    </style>
  );
}
