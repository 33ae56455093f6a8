import { createHash, randomInt, randomUUID } from 'node:crypto';
import { createOptIn, serverPlatform } from '@whatsapp-optin/sdk';

/**
 * @typedef {object} Ticket
 * @property {string} id - cannot be guessed: whoever knows it sees the ticket page
 * @property {string} number - `A001`
 * @property {'waiting' | 'called'} status
 * @property {string} locale
 * @property {boolean} walkIn - gave a phone number at the desk, and has not written on WhatsApp
 * @property {string} pocketPhone - the simulated phone of this person
 * @property {boolean} push - has allowed notifications in the browser
 * @property {Map<string, { id: string, clientToken: string, state: string }>} optIns - whole answers of the server, by locale
 */

/** How many behind the one who is called hear that they are next. */
const HEADS_UP = 2;

/** Rooms by locale. */
const DEPARTMENT = { en: 'Room 2', ar: 'غرفة ٢' };

/**
 * The host of the demo: its own queue, and the notices that it asks the companion server to send.
 *
 * @param {import('./companion-api.mjs').CompanionApi} api
 * @param {(input: { phone: string, applicationServerKey: string }) => Promise<object>} issuePushSubscription
 */
export function createClinic(api, issuePushSubscription) {
  /** @type {Map<string, Ticket>} */
  const tickets = new Map();
  // A phone of an earlier start may still have an open session in the database, so each start has numbers of its own.
  const block = String(randomInt(0, 10_000)).padStart(4, '0');

  /** @param {{ locale: string, walkIn?: boolean }} input */
  async function takeTicket({ locale, walkIn = false }) {
    const place = tickets.size + 1;
    /** @type {Ticket} */
    const ticket = {
      id: `demo-${randomUUID()}`,
      number: `A${String(place).padStart(3, '0')}`,
      status: 'waiting',
      locale,
      walkIn,
      pocketPhone: `+96650${block}${String(place % 1000).padStart(3, '0')}`,
      push: false,
      optIns: new Map(),
    };
    tickets.set(ticket.id, ticket);
    await store(ticket);
    return ticket;
  }

  /** @param {Ticket} ticket */
  function store(ticket) {
    return api.putTicket(ticket.id, {
      number: ticket.number,
      locale: ticket.locale,
      departmentName: departmentOf(ticket),
      status: ticket.status,
      // Only who stands at the desk has given a number; the others are known by what they write.
      ...(ticket.walkIn ? { phone: ticket.pocketPhone } : {}),
    });
  }

  /** @param {Ticket} ticket @param {string} locale */
  async function speak(ticket, locale) {
    if (ticket.locale === locale) return;
    ticket.locale = locale;
    await store(ticket);
  }

  /**
   * The opt-in that this backend made for the ticket page; a fresh one where the last has ended.
   *
   * @param {Ticket} ticket
   * @param {string} pageUrl
   */
  async function optInFor(ticket, pageUrl) {
    const last = ticket.optIns.get(ticket.locale);
    if (last) {
      const { state } = await api.readOptIn(last);
      if (state === 'idle' || state === 'waiting' || state === 'connected') return { ...last, state };
    }
    const { id: ticketId, number: ticketNumber, locale } = ticket;
    const consent = consentIn(locale);
    const made = await api.createOptIn({ ticketId, ticketNumber, locale, pageUrl, consent });
    ticket.optIns.set(ticket.locale, made);
    return made;
  }

  /**
   * Tier 1. In a browser `PushManager.subscribe()` makes the subscription; here the simulator issues it, and its phone shows
   * what arrives.
   *
   * @param {Ticket} ticket
   */
  async function allowPush(ticket) {
    if (ticket.push) return;
    const { publicKey } = await api.pushPublicKey();
    const subscription = await issuePushSubscription({ phone: ticket.pocketPhone, applicationServerKey: publicKey });
    await api.subscribeToPush({ ticketId: ticket.id, subscription });
    ticket.push = true;
  }

  /**
   * Calls this ticket: it hears that it is its turn, the two behind it that theirs is near. A ticket that this queue does not
   * know, of the example people say, the companion server calls alone.
   *
   * @param {string} ticketId
   * @returns {Promise<import('@whatsapp-optin/sdk/contract').TicketCalledDocument>}
   */
  async function call(ticketId) {
    const ticket = tickets.get(ticketId);
    if (!ticket) return api.callTicket(ticketId, {});
    // The room's name is in each customer's language here, so the clinic itself knows who is next.
    const { called } = await api.callTicket(ticketId, { almost: 0 });
    ticket.status = 'called';
    const behind = [...tickets.values()].filter(({ status, number }) => status === 'waiting' && number > ticket.number);
    const almost = [];
    for (const [index, next] of behind.slice(0, HEADS_UP).entries()) {
      const params = { position: index + 1 };
      const notice = await api.notify({ ticketId: next.id, type: 'almost_your_turn', params, locale: next.locale });
      almost.push({ ticketId: next.id, ...notice });
    }
    return { called, almost };
  }

  /** What the ticket page shows. @param {Ticket} ticket */
  function queueOf(ticket) {
    const all = [...tickets.values()];
    const serving = all.filter(({ status }) => status === 'called').at(-1);
    const ahead = all.filter(({ status, number }) => status === 'waiting' && number < ticket.number).length;
    return {
      number: ticket.number,
      status: ticket.status,
      ahead,
      serving: serving?.number ?? null,
      department: departmentOf(ticket),
      push: ticket.push,
    };
  }

  return {
    takeTicket,
    find: (/** @type {string} */ id) => tickets.get(id),
    speak,
    optInFor,
    allowPush,
    call,
    queueOf,
  };
}

/** @typedef {ReturnType<typeof createClinic>} Clinic */

/** @param {Ticket} ticket */
function departmentOf(ticket) {
  return ticket.locale === 'ar' ? DEPARTMENT.ar : DEPARTMENT.en;
}

/** The sentence that stands beside the button, for the journal of consents. @param {string} locale */
function consentIn(locale) {
  const { consent } = createOptIn({ locale, display: 'card', platform: serverPlatform }).getSnapshot();
  return { ...consent, hash: createHash('sha256').update(consent.text).digest('hex') };
}
