import type { OptInChanges, OptInOptions, Platform, QrMode, Translator } from '@whatsapp-optin/sdk';
import type { OptInAppearance } from '@whatsapp-optin/sdk/card';
import type { AttributeValues } from './attribute-element.js';
import { ATTRIBUTES } from './attributes.js';

/** The element, as the rest of the package sees it. */
export interface PromptHost extends HTMLElement, AttributeValues<typeof ATTRIBUTES> {
  i18n: Translator | undefined;
  appearance: OptInAppearance | null;
  platform: Platform | undefined;
}

/** The element's attributes and properties as options of an opt-in. */
export function optionsOf(host: PromptHost): OptInOptions {
  const { optIn: id, clientToken } = host;
  const values = Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, host[name as keyof PromptHost]]));
  return {
    ...values,
    ticketNumber: host.ticket,
    pageLocale: host.closest('[lang]')?.getAttribute('lang') ?? undefined,
    platform: host.platform,
    optIn: id && clientToken ? { id, clientToken } : undefined,
    theme: host.getAttribute('theme') ?? undefined,
    ...changesOf(host),
  };
}

/** What may change without another opt-in. The attribute's own text: the SDK reports an unknown name. */
export function changesOf(host: PromptHost): OptInChanges {
  return {
    organizationName: host.organization,
    locale: host.locale,
    translator: host.i18n,
    display: (host.getAttribute('display') ?? undefined) as OptInOptions['display'],
    qr: host.qr as QrMode | undefined,
    noSkip: host.noSkip,
    askAgain: host.askAgain,
    resetAfterMs: host.resetAfterMs,
    ticketToken: host.ticketToken,
  };
}
