import { wrongField } from './problem-response.js';

/** Letters of any script with their marks, digits, spaces and hyphens: no address and no sentence. */
const TICKET_NUMBER = /^[\p{L}\p{M}\p{Nd} -]{1,16}$/u;

/** What a browser writes of its own address: printable ASCII. Anything else was made by hand. */
const PRINTABLE = /^[\x21-\x7e]+$/;

/**
 * Refuses what a browser may not say with the publishable key, which anybody can read in a page and use from anywhere: its
 * words would leave in messages of the organization.
 *
 * @param origin - of the request, one of the allowed origins.
 * @param isBound - by a ticketToken: then the number comes from the host's own ticket.
 * @returns `null` where nothing is wrong, else the answer, 422.
 */
export function refuseBrowserOptIn(
  { pageUrl, ticketNumber }: { pageUrl?: string | undefined; ticketNumber?: string | undefined },
  { origin, isBound }: { origin: string | null; isBound: boolean },
): Response | null {
  if (pageUrl !== undefined && !isPageOf(origin, pageUrl)) {
    return wrongField('pageUrl', 'must be a page of the origin that the request comes from, as the browser writes it.');
  }
  if (ticketNumber !== undefined && !isBound && !TICKET_NUMBER.test(ticketNumber)) {
    return wrongField(
      'ticketNumber',
      'may have at most 16 letters, digits, spaces and hyphens with a publishable key; a ticketToken takes any.',
    );
  }
  return null;
}

/** Compared as text, for a reader of the address sees text: another spelling of the same origin is refused, too. */
function isPageOf(origin: string | null, pageUrl: string): boolean {
  if (origin === null || !PRINTABLE.test(pageUrl) || !pageUrl.startsWith(origin)) return false;
  const next = pageUrl.charAt(origin.length);
  return next === '' || next === '/' || next === '?' || next === '#';
}
