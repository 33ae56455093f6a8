import type { SessionStatusDocument } from '@whatsapp-optin/sdk/contract';
import { useEffect } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { useNow } from '../time/use-now.js';
import { useAdmin } from '../use-admin.js';

/** `expiring`: over within the hour. `none`: no phone, or no open session. `failed`: it could not be asked. */
export type WhatsAppSessionStatus = 'loading' | 'none' | 'active' | 'expiring' | 'failed';

export interface WhatsAppSessionState {
  hasActiveSession: boolean;
  /** The true end of the window; `null` where none is open. */
  expiresAt: Date | null;
  status: WhatsAppSessionStatus;
}

const HOUR_MS = 3_600_000;
const NONE: WhatsAppSessionState = { hasActiveSession: false, expiresAt: null, status: 'none' };

/**
 * The 24-hour session of a phone. It follows the customer's messages by the server's stream, ends by itself when the window
 * does, and is asked for again when the page is looked at again.
 *
 * @param phone - E.164; without one, nothing is asked.
 */
export function useWhatsAppSession(phone: string | null | undefined): WhatsAppSessionState {
  const { queries } = useAdmin();
  const path = phone ? adminPaths.sessionOf(phone) : null;
  const { data, error } = useAdminQuery<SessionStatusDocument>('sessions', path);
  const expiresAt = data?.expiresAt ? Date.parse(data.expiresAt) : null;
  const now = useNow(1_000);
  const leftMs = expiresAt === null ? 0 : expiresAt - now;
  const isOpen = data?.hasActiveSession === true && leftMs > 0;

  // The end that this page counts down to is asked about once: a message may have come that moved it.
  const isOver = data?.hasActiveSession === true && !isOpen;
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: ['sessions', path] });
  }, [isOver, queries, path]);

  if (!phone) return NONE;
  if (!data) return { ...NONE, status: error ? 'failed' : 'loading' };
  if (!isOpen || expiresAt === null) return NONE;
  return {
    hasActiveSession: true,
    expiresAt: new Date(expiresAt),
    status: leftMs <= HOUR_MS ? 'expiring' : 'active',
  };
}
