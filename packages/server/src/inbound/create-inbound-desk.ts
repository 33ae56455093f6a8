import { parseOptInCode } from '@whatsapp-optin/sdk/contract';
import type { Log } from '../log.js';
import { UnparsableWebhookError } from '../providers/whatsapp-provider.js';
import type { Channels, ConnectedChannel } from './channel.js';
import type { InboundDesk, InboundMessageNotice } from './inbound-desk.js';
import type { InboundEvent, InboundMessage } from './inbound-event.js';
import type { InboundStore } from './inbound-store.js';
import { classifyKeyword } from './stop-words.js';

export interface InboundDeskParts {
  channels: Channels;
  store: InboundStore;
  log: Log;
  settings: { sessionDurationHours: number };
  /** Called after the commit of a message that is owed a reply. Must not throw; a sweep finds what it loses. */
  onReplyOwed(): void;
}

export function createInboundDesk({ channels, store, log, settings, onReplyOwed }: InboundDeskParts): InboundDesk {
  const listeners = new Set<(message: InboundMessageNotice) => void | Promise<void>>();

  const tell = async (notice: InboundMessageNotice): Promise<void> => {
    for (const listener of listeners) {
      try {
        await listener(notice);
      } catch (error) {
        log.error({ error: describe(error), messageId: notice.id }, 'a listener of inbound messages failed');
      }
    }
  };

  const accept = async (channel: ConnectedChannel, event: InboundMessage): Promise<void> => {
    const accepted = await store.accept({
      channel,
      event,
      code: parseOptInCode(event.text),
      keyword: classifyKeyword(event.text),
      sessionDurationHours: settings.sessionDurationHours,
    });
    if (accepted === null) return;
    if (accepted.owesReply) onReplyOwed();
    // The vendor waits for its 200, not for the host's listeners.
    void tell({
      id: accepted.messageId,
      organizationId: channel.organizationId,
      phone: event.sender.find(({ kind }) => kind === 'e164')?.value ?? null,
      ticketId: accepted.ticketId,
      sessionId: accepted.sessionId,
      text: event.text,
      receivedAt: accepted.receivedAt,
    });
  };

  return {
    async receive(providerName, request) {
      const verdicts = channels
        .ofProvider(providerName)
        .map((channel) => ({ channel, verdict: channel.vendor.verifyWebhook(request) }));
      const genuine = verdicts.filter(({ verdict }) => verdict === 'genuine');
      if (genuine.length === 0) {
        const configured = verdicts.some(({ verdict }) => verdict === 'forged');
        return { status: configured ? 'forged' : 'not_configured' };
      }

      let messages = 0;
      let ignored = 0;
      const failures: unknown[] = [];
      for (const { channel } of genuine) {
        let events: InboundEvent[];
        try {
          events = channel.vendor.parseWebhook(request);
        } catch (error) {
          if (!(error instanceof UnparsableWebhookError)) throw error;
          return { status: 'unparsable', detail: error.message };
        }
        for (const event of events) {
          if (event.kind !== 'message') {
            ignored += 1;
            const why = event.kind === 'ignored' ? event.why : event.kind;
            log.debug({ provider: channel.provider, why }, 'an inbound event opens nothing');
            continue;
          }
          // One that fails loses no other; the vendor redelivers all of them, and those accepted do nothing again.
          try {
            await accept(channel, event);
            messages += 1;
          } catch (error) {
            failures.push(error);
          }
        }
      }
      if (failures.length > 0) {
        throw new Error(`${failures.length} of ${failures.length + messages} messages could not be stored.`, {
          cause: failures[0],
        });
      }
      return { status: 'accepted', messages, ignored };
    },

    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
