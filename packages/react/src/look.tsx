import { adoptOptInStyles, optInStyles } from '@whatsapp-optin/sdk/styles/sheet';

/** Styles the document or shadow root around a prompt. */
export function wear(around: Node): void {
  // A tree that is in no page has no style sheets.
  if ('styleSheets' in around) adoptOptInStyles(around as Document | ShadowRoot);
}

/** The look in the HTML of a server, so that the first paint is styled. */
export function ServerStyles({ nonce }: { nonce: string | undefined }) {
  return (
    <style href="whatsapp-optin" precedence="whatsapp-optin" nonce={nonce}>
      {optInStyles}
    </style>
  );
}
