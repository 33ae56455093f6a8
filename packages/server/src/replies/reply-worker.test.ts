import { describe, expect, it, vi } from 'vitest';
import { WhatsAppAccounts, type ConnectedAccount } from '../accounts/whatsapp-account.js';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import { SYSTEM_CLOCKS } from '../notifications/send-claimed.js';
import { createTranslations } from '../translations/create-translations.js';
import type { OwedReply, ReplyStore } from './owed-reply.js';
import { createReplyWorker, type ReplyWorkerParts } from './reply-worker.js';

const QUESTION: OwedReply = {
  organizationId: 'clinic',
  id: '01933333-0000-7000-8000-000000000001',
  kind: 'stop_question',
  contactId: '01933333-0000-7000-8000-000000000002',
  businessNumber: '+966500000000',
  tries: 1,
  ageMs: 0,
  identities: [{ kind: 'e164', value: '+966500000001' }],
  locale: 'ar',
  sessionExpiresAt: new Date('2026-12-01T10:00:00Z'),
  ticketNumber: null,
  pageUrl: null,
};

/** A worker that owes one reply, and what it sends and drops. */
function createWorld(reply: OwedReply, mayBeClaimed = true) {
  const sent: string[] = [];
  const dropped: string[] = [];
  const due = [reply];
  const store: Pick<ReplyStore, 'takeDue' | 'claim' | 'record' | 'drop' | 'fail'> = {
    takeDue: async () => due.splice(0),
    claim: async () => mayBeClaimed,
    record: async () => undefined,
    drop: async (_reply, reason) => void dropped.push(reason),
    fail: async (_reply, errorName) => void dropped.push(errorName),
  };
  const account = {
    organizationId: 'clinic',
    provider: 'meta',
    businessNumber: '+966500000000',
    evidence: 'signed_webhook',
    rateLimiter: { schedule: (_person: string, work: (full: null) => Promise<unknown>) => work(null) },
    vendor: {
      sendText: async ({ text }: { text: string }) => {
        sent.push(text);
        return { status: 'accepted', providerMessageId: 'wamid.1' };
      },
    },
  } as unknown as ConnectedAccount;
  const worker = createReplyWorker({
    store: store as ReplyStore,
    organizations: {
      find: async () => ({ name: 'Al Noor', defaultLocale: 'en', timeZone: 'Asia/Riyadh' }) as Organization,
    } as unknown as OrganizationStore,
    accounts: new WhatsAppAccounts([account]),
    translations: createTranslations(),
    clocks: SYSTEM_CLOCKS,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    settings: { sessionDurationHours: 24, sessionMarginSeconds: 120 },
    ownPageUrl: () => null,
    onPostponed: () => undefined,
    random: () => 0,
  });
  return { worker, sent, dropped };
}

describe('the question after a message that may ask for a stop', () => {
  it('is one short text in the language of the customer, with the word that stops', async () => {
    const { worker, sent, dropped } = createWorld(QUESTION);
    expect(await worker.processDue()).toBe(1);
    expect(sent).toEqual(['لإنهاء التحديثات من \u2068Al Noor\u2069، يكفي إرسال «إيقاف».']);
    expect(dropped).toEqual([]);
  });

  it('is dropped once the session is over', async () => {
    const { worker, sent, dropped } = createWorld({ ...QUESTION, sessionExpiresAt: null });
    await worker.processDue();
    expect([sent, dropped]).toEqual([[], ['session_over']]);
  });

  it('is dropped where its claim is refused', async () => {
    const { worker, sent, dropped } = createWorld(QUESTION, false);
    await worker.processDue();
    expect([sent, dropped]).toEqual([[], ['not_allowed']]);
  });
});

it('begins nothing more when the server closes', async () => {
  const closing = new AbortController();
  const drop = vi.fn(async () => undefined);
  const takeDue = vi.fn(async (limit: number) => {
    if (takeDue.mock.calls.length === 2) closing.abort();
    return Array.from({ length: limit }, () => ({ organizationId: 'clinic' }));
  });
  const parts = { store: { takeDue, drop }, organizations: { find: async () => null }, accounts: { find: () => null } };
  const worker = createReplyWorker(parts as unknown as ReplyWorkerParts);
  expect(await worker.processDue(closing.signal)).toBe(drop.mock.calls.length);
  expect(takeDue).toHaveBeenCalledTimes(2);
});

it('sends the others while one hangs', async () => {
  const due = Array.from({ length: 300 }, (_, number) => ({ organizationId: `clinic-${number}` }));
  let end = (): void => undefined;
  const hanging = new Promise<void>((resolve) => (end = resolve));
  const dropped: string[] = [];
  const parts = {
    store: {
      takeDue: async (limit: number) => due.splice(0, limit),
      drop: async ({ organizationId }: OwedReply) => void dropped.push(organizationId),
    },
    organizations: { find: (id: string) => (id === 'clinic-0' ? hanging : Promise.resolve(null)) },
    accounts: { find: () => null },
  };
  const worked = createReplyWorker(parts as unknown as ReplyWorkerParts).processDue();
  await vi.waitFor(() => expect(dropped).toHaveLength(299));
  end();
  expect(await worked).toBe(300);
});
