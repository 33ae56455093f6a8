import { useMutation } from '@tanstack/react-query';
import type { AdminQueueTicket, CallTicketRequest, TicketCalledDocument } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminError } from '../connection/admin-error.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdmin } from '../use-admin.js';

/** Calls a ticket in the host's own queue. */
export type CallTicket = (ticketId: string) => Promise<TicketCalledDocument>;

/** What the last call did, with the numbers of its tickets. */
export interface CallOutcome extends TicketCalledDocument {
  numbers: Readonly<Record<string, string>>;
}

/** More colleagues than that do not press at the same moment. */
const TRIES = 5;

/**
 * Calling, and what the last call did.
 *
 * @param onCall - in place of the server's own call.
 */
export function useCall(tickets: readonly AdminQueueTicket[], onCall: CallTicket | undefined) {
  const { api, queries } = useAdmin();
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const callOne = (ticketId: string, request: CallTicketRequest): Promise<TicketCalledDocument> =>
    onCall ? onCall(ticketId) : api.send('POST', adminPaths.callTicket(ticketId), request);
  const act = useMutation<TicketCalledDocument, AdminError, AdminQueueTicket | 'next'>(
    {
      mutationFn: (chosen) =>
        chosen === 'next' ? callNext(tickets, (id) => callOne(id, { onlyWaiting: true })) : callOne(chosen.id, {}),
      onSuccess: (answer) =>
        setOutcome({ ...answer, numbers: Object.fromEntries(tickets.map(({ id, number }) => [id, number])) }),
      onSettled: () => queries.invalidateQueries({ queryKey: ['tickets'] }),
    },
    queries,
  );
  return {
    outcome,
    call: act.mutate,
    /** Ticket under way, or `next`; `undefined` where none is. */
    calling: act.isPending ? (act.variables === 'next' ? 'next' : act.variables.id) : undefined,
    error: act.error,
  };
}

/** The first that no colleague has called meanwhile. */
async function callNext(tickets: readonly AdminQueueTicket[], call: CallTicket): Promise<TicketCalledDocument> {
  const waiting = tickets.filter(({ status }) => status === 'waiting').slice(0, TRIES);
  for (const { id } of waiting) {
    try {
      return await call(id);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new AdminError(409, 'TICKET_CALLED', '');
}

function isTaken(error: unknown): boolean {
  return error instanceof AdminError && error.code === 'TICKET_CALLED';
}
