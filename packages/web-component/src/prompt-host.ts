import type { OptInOptions, Platform, QrMode, Translator } from '@whatsapp-optin/sdk';
import { languagesOf } from '@whatsapp-optin/sdk/painter';
import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';
import type { AttributeValues } from './attribute-element.js';
import { ATTRIBUTES } from './attributes.js';

/** The element, as those who work for it see it. */
export interface PromptHost extends HTMLElement, AttributeValues<typeof ATTRIBUTES> {
  i18n: Translator | undefined;
  appearance: OptInAppearance | null;
  platform: Platform | undefined;
}

/** What the element's attributes and properties say, as options of an opt-in. */
export function optionsOf(host: PromptHost): OptInOptions {
  const { optIn: id, clientToken } = host;
  const values = Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, host[name as keyof PromptHost]]));
  return {
    ...values,
    organizationName: host.organization,
    ticketNumber: host.ticket,
    pageLocale: pageLocaleOf(host),
    translator: host.i18n,
    platform: host.platform,
    optIn: id && clientToken ? { id, clientToken } : undefined,
    theme: host.getAttribute('theme') ?? undefined,
    ...pictureOf(host),
  };
}

/** What stands there, not what it is read as: an unknown name is to be told. */
export function pictureOf(host: PromptHost): Pick<OptInOptions, 'display' | 'qr' | 'noSkip'> {
  return {
    display: (host.getAttribute('display') ?? undefined) as OptInOptions['display'],
    qr: host.qr as QrMode | undefined,
    noSkip: host.noSkip,
  };
}

/** Languages wanted, best first; none where the host has words of its own. */
export function languagesFor(host: PromptHost): string[] {
  const { locale, platform } = host;
  return host.i18n ? [] : languagesOf({ locale, pageLocale: pageLocaleOf(host), platform });
}

function pageLocaleOf(host: Element): string | undefined {
  return host.closest('[lang]')?.getAttribute('lang') ?? undefined;
}
