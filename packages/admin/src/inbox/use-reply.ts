import type { NotificationDocument, ReplyRequest } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';

/** A draft, and how its sending goes. A text that was not sent stays a draft. */
export function useReply(messageId: string) {
  const [draft, setDraft] = useState('');
  // One key a draft: a second press after a lost answer sends nothing twice.
  const [key, setKey] = useState(createKey);
  const act = useAct<ReplyRequest, NotificationDocument>(
    (api, body) => api.send('POST', adminPaths.reply(messageId), body, key),
    ['inbound'],
  );
  const write = (text: string) => {
    if (!act.isPending) act.reset();
    setDraft(text);
    setKey(createKey());
  };
  const send = () => {
    const text = draft.trim();
    if (text === '' || act.isPending) return;
    act.mutate(
      { text },
      {
        onSuccess: ({ success }) => {
          if (success) setDraft('');
          setKey(createKey());
        },
      },
    );
  };
  return { draft, write, send, isSending: act.isPending, error: act.error, isRefused: act.data?.success === false };
}

/** `crypto.randomUUID` is missing on a page without https. */
function createKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
