import { MESSAGE_ACTIONS, type MessageAction } from '@whatsapp-optin/sdk/contract';

/** What a message answers to one of our notifications: by a button of ours, or by a number of its list. */
export type MessageTap = { attemptId: string; action: MessageAction } | { number: number };

const PAYLOAD = /^tap:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\w+)$/;

/** Names our attempt and the action. It grants nothing: a tap counts only from the person whom the attempt was sent to. */
export function tapPayload(attemptId: string, action: MessageAction): string {
  return `tap:${attemptId}:${action}`;
}

/** `null` for a payload that is not ours. */
export function readTapPayload(payload: string): MessageTap | null {
  const [, attemptId, name] = PAYLOAD.exec(payload) ?? [];
  const action = MESSAGE_ACTIONS.find((one) => one === name);
  return attemptId === undefined || action === undefined ? null : { attemptId, action };
}
