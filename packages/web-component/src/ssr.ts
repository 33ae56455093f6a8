import { createOptIn, serverPlatform, type OptInOptions } from '@whatsapp-optin/sdk';
import { optInIcons, optInStyles } from '@whatsapp-optin/sdk/styles';
import type { Theme } from './attributes.js';
import { card } from './card.js';
import { learnIcons } from './icon.js';
import { launched } from './launched.js';
import { laterParts } from './later-parts.js';
import { escape, toHtml } from './picture/to-html.js';

learnIcons(optInIcons);

/** What the element is rendered with: the options of an opt-in, by the names of the element's attributes where they differ. */
export interface DeclarativeOptions extends Pick<
  OptInOptions,
  'phone' | 'messageStyle' | 'locale' | 'display' | 'qr' | 'noSkip' | 'testState' | 'server' | 'publishableKey'
> {
  organization?: string | undefined;
  ticket?: string | undefined;
  ticketToken?: string | undefined;
  /** An opt-in that your server has made: the answer of `POST /api/opt-ins`. Its link is in the page from the first byte. */
  optIn?: OptInOptions['optIn'];
  theme?: Theme | undefined;
  /** The nonce of the page's Content-Security-Policy, for the `<style>` of the first paint. */
  nonce?: string | undefined;
  /** `false` where the page's policy lets no `<style>` in: the card is styled when the script comes. @default true */
  styles?: boolean | undefined;
}

/**
 * The element as HTML, its card in a declarative shadow root: painted before any script, adopted without being torn down when
 * the script comes. With no script its link works; in a browser without declarative shadow roots the plain link inside does.
 *
 * Never throws: options that lead nowhere give the card that says so.
 *
 * @returns `<whatsapp-optin …>…</whatsapp-optin>`, escaped.
 */
export function renderDeclarative(options: DeclarativeOptions): string {
  const { organization, ticket, optIn, theme = 'auto', nonce, styles = true, ...same } = options;
  const { view } = createOptIn({
    ...same,
    organizationName: organization,
    ticketNumber: ticket,
    optIn,
    platform: serverPlatform,
  }).getSnapshot();
  const contents = view.launcher ? null : card(view, theme, laterParts(view, null));
  const picture = toHtml(launched(view, theme, contents));
  const style = styles ? `<style${nonce ? ` nonce="${escape(nonce)}"` : ''}>${optInStyles}</style>` : '';
  const plain = view.link?.href ? `<a href="${escape(view.link.href)}">${escape(view.link.label)}</a>` : '';
  const attributes: Readonly<Record<string, string | boolean | undefined>> = {
    ...{
      phone: same.phone ? String(same.phone) : undefined,
      organization,
      ticket,
      'message-style': same.messageStyle,
      locale: same.locale,
    },
    ...{
      display: same.display,
      theme: options.theme,
      qr: same.qr,
      'no-skip': same.noSkip,
      'test-state': same.testState,
    },
    ...{ server: same.server, 'publishable-key': same.publishableKey, 'ticket-token': same.ticketToken },
    ...{ 'opt-in': optIn?.id, 'client-token': optIn?.clientToken },
  };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined || value === false ? '' : ` ${name}="${value === true ? '' : escape(value)}"`,
  );
  return (
    `<whatsapp-optin${written.join('')}><template shadowrootmode="open">${style}${picture}</template>` +
    `${plain}</whatsapp-optin>`
  );
}
