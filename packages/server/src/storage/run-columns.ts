import type { NewRun } from '../notifications/notification-store.js';

export interface NotificationKey {
  organizationId: string;
  notificationId: string;
}

export const keyColumns = ({ organizationId, notificationId }: NotificationKey) => ({
  ...{ organization_id: organizationId, notification_id: notificationId },
});

/** As `RUN_COLUMNS` names them. */
export const runColumns = (run: NewRun) => ({
  ...{ kind: run.kind, type: run.type, ticket_id: run.ticketId, contact_id: run.contactId, locale: run.locale },
  ...{ content: run.content, tiers: run.tiers, deadline_seconds: run.deadlineSeconds },
  ...{ answers_message_id: run.answers?.messageId, written_by: run.answers?.writtenBy },
});

/** Sorted by notification in every process, and one notification's one after another. */
export const byNotification = <Item>(keyOf: (item: Item) => NotificationKey) => {
  const nameOf = (item: Item): string => `${keyOf(item).organizationId} ${keyOf(item).notificationId}`;
  return { orderOf: nameOf, namesOf: (item: Item) => [nameOf(item)] };
};
