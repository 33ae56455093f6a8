import type { CreateOptInRequest } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';
import { channelTerms } from './consent-channels.js';
import type { ConsentTerms } from './opt-in.js';
import type { OptInCore } from './opt-in-core.js';
import { knownStyle } from './static-message.js';
import { isSecureOrLocal } from './web-address.js';

const NO_TICKET = { ticketId: undefined, ticketNumber: undefined, ticketToken: undefined };

/** What the server is asked for, with the consent sentence as it stands beside the link. */
export async function createOptInRequest({
  options,
  platform,
  translator,
  context,
  getSnapshot,
}: Pick<OptInCore, 'options' | 'platform' | 'translator' | 'context' | 'getSnapshot'>): Promise<{
  request: CreateOptInRequest;
  agreed: ConsentTerms;
}> {
  const terms = channelTerms(translator(), getSnapshot().view.display, options.channels);
  const hash = await platform.sha256(terms.text);
  const agreed = { ...terms, ...(hash && { hash }) };
  const messageStyle = knownStyle(options.messageStyle);
  // The next person at a kiosk does not get the last one's ticket.
  const { ticketId, ticketNumber, ticketToken } = context().cleared ? NO_TICKET : options;
  const request = {
    ...(ticketId && { ticketId }),
    ...(ticketNumber && { ticketNumber }),
    ...(ticketToken && { ticketToken }),
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
  return isSecureOrLocal(pageUrl) && pageUrl.length <= 2_048 ? { pageUrl } : {};
}
