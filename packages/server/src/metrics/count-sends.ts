import type { NotificationStore } from '../notifications/notification-store.js';
import type { ReplyStore } from '../replies/owed-reply.js';
import type { Metrics } from './create-metrics.js';

/** The same store, which also counts each attempt by its tier and first outcome. */
export function countSends(store: NotificationStore, metrics: Pick<Metrics, 'countSend'>): NotificationStore {
  const tiers = new Map<string, string>();
  const claimed = (attemptId: string, tier: string, refused: unknown): void => {
    if (refused === null) tiers.set(attemptId, tier);
  };
  return {
    ...store,
    async claimPush(key, provider, begins) {
      const refused = await store.claimPush(key, provider, begins);
      claimed(key.attemptId, 'push', refused);
      return refused;
    },
    async claimWhatsApp(key, contactId, provider, claim) {
      const refused = await store.claimWhatsApp(key, contactId, provider, claim);
      claimed(key.attemptId, 'whatsapp', refused);
      return refused;
    },
    async claimSms(key, sms) {
      const result = await store.claimSms(key, sms);
      claimed(key.attemptId, 'sms', result.refused);
      return result;
    },
    async record(key, result, provider) {
      const tier = tiers.get(key.attemptId);
      tiers.delete(key.attemptId);
      if (tier !== undefined) metrics.countSend(tier, result.status);
      return store.record(key, result, provider);
    },
    async saveProgress(organizationId, notificationId, step, progress) {
      for (const { tier } of progress.skips) metrics.countSend(tier, 'skipped');
      return store.saveProgress(organizationId, notificationId, step, progress);
    },
  };
}

/** Replies go out by WhatsApp alone. */
export function countReplies(store: ReplyStore, metrics: Pick<Metrics, 'countSend'>): ReplyStore {
  return {
    ...store,
    record(reply, attemptId, result) {
      metrics.countSend('whatsapp', result.status);
      return store.record(reply, attemptId, result);
    },
  };
}
