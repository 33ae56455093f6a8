import type { MessageAction } from '@whatsapp-optin/sdk/contract';
import { tapPayload } from '../providers/message-action.js';
import type { ReplyButton, WhatsAppProvider } from '../providers/whatsapp-provider.js';
import type { NotificationContent } from './notification-message.js';

export interface OfferedActions {
  choices: readonly { action: MessageAction; label: string }[];
  /** One line that offers the same by number, for a vendor without buttons. */
  numbered: string;
}

/** How a message offers its actions, as its attempt keeps it. */
export interface ActionOffer {
  actions: readonly MessageAction[];
  as: 'buttons' | 'numbers';
}

/** What a WhatsApp message carries: buttons where the vendor has them and the text has room, else numbers, else neither. */
export function withActions(
  { text, actions }: Pick<NotificationContent, 'text' | 'actions'>,
  vendor: Pick<WhatsAppProvider, 'maxTextLength' | 'maxButtonTextLength'>,
  attemptId: string,
): { text: string; buttons?: ReplyButton[]; offer: ActionOffer | null } {
  if (actions === undefined) return { text, offer: null };
  const names = actions.choices.map(({ action }) => action);
  if (vendor.maxButtonTextLength !== undefined && text.length <= vendor.maxButtonTextLength) {
    const buttons = actions.choices.map(({ action, label }) => ({ id: tapPayload(attemptId, action), label }));
    return { text, buttons, offer: { actions: names, as: 'buttons' } };
  }
  const numbered = `${text}\n\n${actions.numbered}`;
  if (numbered.length > vendor.maxTextLength) return { text, offer: null };
  return { text: numbered, offer: { actions: names, as: 'numbers' } };
}
