import type { SendFailure } from '../providers/send-outcome.js';
import { withActions } from './offered-actions.js';
import { sendClaimed } from './send-claimed.js';
import { readOutcome } from './send-result.js';
import { URGENT_TYPES, type Send, type SenderDependencies } from './sender.js';

/** Claims inside the rate limiter: a STOP that arrives during the wait still refuses the send. */
export function createWhatsAppSend({
  store,
  accounts,
  clocks,
  settings,
}: Pick<SenderDependencies, 'store' | 'accounts' | 'clocks' | 'settings'>): Send {
  return async (key, { organization, type, text, actions }, { contact, phone }) => {
    const account = accounts.find(organization.id, organization.whatsappNumber);
    if (account === null || contact === null) return 'provider_unavailable';
    const { businessNumber, provider, vendor, rateLimiter } = account;
    const window = { businessNumber, marginSeconds: settings.sessionMarginSeconds };
    const urgent = URGENT_TYPES.includes(type);
    const send = async (overLimit: SendFailure | null) => {
      const { offer, ...content } = withActions({ text, ...(actions && { actions }) }, vendor, key.attemptId);
      const claim = () => store.claimWhatsApp(key, contact.id, provider, { ...window, offer });
      return sendClaimed(clocks, claim, async () => {
        if (overLimit !== null) return readOutcome({ status: 'failed', failure: overLimit }, 'whatsapp_failed', '');
        const to = contact.identities;
        const outcome = await vendor.sendText({ to, ...content, correlationId: key.attemptId, urgent });
        const ownPhone = to.find(({ kind }) => kind === 'e164')?.value ?? phone;
        return readOutcome(outcome, 'whatsapp_failed', ownPhone ?? 'WhatsApp');
      });
    };
    return rateLimiter.schedule(contact.id, send, { urgent });
  };
}
