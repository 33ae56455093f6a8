import type { CreateOptInRequest } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';
import { consentTerms } from './consent-terms.js';
import type { ConsentTerms } from './opt-in.js';
import type { OptInCore } from './opt-in-core.js';
import { knownStyle } from './static-message.js';

/** What the server is asked for, with the consent sentence as it stands beside the link. */
export async function createOptInRequest({
  options,
  platform,
  translator,
}: Pick<OptInCore, 'options' | 'platform' | 'translator'>): Promise<{
  request: CreateOptInRequest;
  agreed: ConsentTerms;
}> {
  const terms = consentTerms(translator());
  const hash = await platform.sha256(terms.text);
  const agreed = { ...terms, ...(hash && { hash }) };
  const messageStyle = knownStyle(options.messageStyle);
  const request = {
    ...(options.ticketId && { ticketId: options.ticketId }),
    ...(options.ticketNumber && { ticketNumber: options.ticketNumber }),
    ...(options.ticketToken && { ticketToken: options.ticketToken }),
    ...(messageStyle && { messageStyle }),
    locale: terms.locale,
    ...returnablePageUrl(platform),
    consent: agreed,
  };
  return { request, agreed };
}

/** The page to link back to, where the server takes it: https, or http on this machine; else nothing. */
function returnablePageUrl(platform: Platform): { pageUrl?: string } {
  const pageUrl = platform.pageUrl();
  const fits =
    pageUrl && pageUrl.length <= 2_048 && /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/.test(pageUrl);
  return fits ? { pageUrl } : {};
}
