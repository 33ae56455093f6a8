import { createOptIn, serverPlatform, type OptInOptions } from '@whatsapp-optin/sdk';
import { renderCard } from '@whatsapp-optin/sdk/card';
import { liveCard } from '@whatsapp-optin/sdk/live';
import { optInStyles } from '@whatsapp-optin/sdk/styles';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { attributeName, attributeText } from './attribute.js';
import type { Theme } from './attributes.js';
import { HEADING_ID } from './card-view.js';
import { toPreact } from './render-card.js';

/** What the element is rendered with: the options of an opt-in, by the names of the element's attributes where they differ. */
export interface DeclarativeOptions extends Pick<
  OptInOptions,
  | 'phone'
  | 'messageStyle'
  | 'locale'
  | 'display'
  | 'qr'
  | 'channels'
  | 'noSkip'
  | 'testState'
  | 'server'
  | 'publishableKey'
  | 'resetAfterMs'
  | 'askAgain'
> {
  /** What the company is called. */
  organization?: string | undefined;
  /** What the customer sees, `A001`. */
  ticket?: string | undefined;
  /** Signed by your server. Only with it the element's opt-in binds a ticket. */
  ticketToken?: string | undefined;
  /** An opt-in that your server has made: the answer of `POST /api/opt-ins`. Its link is in the page from the first byte. */
  optIn?: OptInOptions['optIn'];
  /** Colours. @default 'auto' */
  theme?: Theme | undefined;
  /** The field of a form around it. */
  name?: string | undefined;
  /** The nonce of the page's Content-Security-Policy, for the `<style>` in the shadow root. */
  nonce?: string | undefined;
  /** `false` if the page's policy allows no `<style>`: the script styles the card then. @default true */
  styles?: boolean | undefined;
}

/**
 * The element as HTML, its card in a declarative shadow root. The card is visible before any script, and the script keeps its
 * nodes. Without script its link works; a browser without declarative shadow roots shows the plain link inside.
 *
 * Never throws: options that are unusable give a card that says so.
 *
 * @returns `<whatsapp-optin …>…</whatsapp-optin>`, escaped.
 */
export function renderDeclarative(options: DeclarativeOptions): string {
  const { organization, ticket, optIn, ticketToken, theme, name, nonce, styles = true, ...same } = options;
  const { view } = createOptIn({
    ...same,
    organizationName: organization,
    ticketNumber: ticket,
    optIn,
    platform: serverPlatform,
  }).getSnapshot();
  const card = toPreact(renderCard(view, { headingId: HEADING_ID, theme: theme ?? 'auto' }, liveCard));
  const style = styles && h('style', { nonce }, optInStyles);
  const { href, label } = view.link ?? {};
  const values = { ...same, organization, ticket, ticketToken, theme, name };
  const attributes = { ...values, optIn: optIn?.id, clientToken: optIn?.clientToken };
  const written = Object.entries(attributes).map(([property, value]) => [
    attributeName(property),
    attributeText(value) ?? undefined,
  ]);
  return renderToString(
    h(
      'whatsapp-optin',
      Object.fromEntries(written) as Record<string, string>,
      h('template', { shadowrootmode: 'open' }, style, card),
      href ? h('a', { href }, label) : null,
    ),
  );
}
