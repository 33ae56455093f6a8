import type { Organization } from '../organizations/organization.js';
import type { InboundMessage } from '../providers/inbound-event.js';
import type { MessageToAccept } from './inbound-store.js';
import { flagOf } from './message-flag.js';
import type { FurtherKeywords } from './stop-words.js';
import { isStopPayload } from './stop/button-payload.js';
import { classifyMessage } from './stop/classify-message.js';

/** What a message asks for, as the store takes it. */
export type ReadRequest = Pick<MessageToAccept, 'keyword' | 'flag' | 'rule'>;

/**
 * Reads a message. The vendor's own verdict comes first, then the words, then the payload of a button. The organization is
 * read only where the words alone do not decide: it says what a bare "cancel" means, and its language what "pare" means.
 */
export async function readRequest(
  event: InboundMessage,
  context: { hasCode: boolean; further: FurtherKeywords; findOrganization: () => Promise<Organization | null> },
): Promise<ReadRequest> {
  const { hasCode, further } = context;
  if (event.keyword !== undefined) return { keyword: event.keyword, flag: null, rule: 'vendor' };
  let read = classifyMessage(event.text, { further, hasCode });
  if (read.kind === 'unclear') {
    const organization = await context.findOrganization();
    if (read.rule === 'cancel_word' && organization?.cancelWords === 'stop') {
      return { keyword: 'stop', flag: flagOf(read), rule: read.rule };
    }
    read = classifyMessage(event.text, { further, locale: organization?.defaultLocale });
  }
  if (read.kind === 'stop' || read.kind === 'start') return { keyword: read.kind, flag: null, rule: read.rule };
  if (event.payload !== undefined && isStopPayload(event.payload)) {
    return { keyword: 'stop', flag: null, rule: 'button_payload' };
  }
  return { keyword: null, flag: flagOf(read), rule: read.rule };
}
