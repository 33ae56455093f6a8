import { randomInt, randomUUID } from 'node:crypto';

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
    const ticketNumber = ticket.number;
    const made = await api.createOptIn({ ticketId: ticket.id, ticketNumber, locale: ticket.locale, pageUrl });
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

  /** Calls the next ticket, or this one: it hears that it is its turn, the two behind it that theirs is near. @param {string} [ticketId] */
  async function call(ticketId) {
    const waiting = [...tickets.values()].filter(({ status }) => status === 'waiting');
    const called = ticketId === undefined ? waiting[0] : tickets.get(ticketId);
    if (!called) return [];
    // The room's name is in each customer's language here, so the clinic itself knows who is next.
    const answer = await api.callTicket(called.id, { almost: 0 });
    called.status = 'called';
    const notices = [{ number: called.number, type: 'your_turn', notification: answer.called }];
    const behind = waiting.filter((ticket) => ticket !== called && ticket.number > called.number).slice(0, HEADS_UP);
    for (const [index, ticket] of behind.entries()) {
      notices.push(await notice(ticket, 'almost_your_turn', { position: index + 1 }));
    }
    return notices;
  }

  /** @param {Ticket} ticket @param {string} type @param {Record<string, number>} [params] */
  async function notice(ticket, type, params = {}) {
    const notification = await api.notify({ ticketId: ticket.id, type, params, locale: ticket.locale });
    return { number: ticket.number, type, notification };
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

  /** What the staff page shows; `next` = how a call would reach the person now. */
  async function overview() {
    const rows = [...tickets.values()].map(async (ticket) => {
      const next = ticket.status === 'waiting' ? await api.explain({ ticketId: ticket.id, type: 'your_turn' }) : null;
      const { id, number, status, walkIn, pocketPhone, locale } = ticket;
      return { id, number, status, walkIn, pocketPhone, locale, next };
    });
    return Promise.all(rows);
  }

  return {
    takeTicket,
    find: (/** @type {string} */ id) => tickets.get(id),
    speak,
    optInFor,
    allowPush,
    call,
    queueOf,
    overview,
  };
}

/** @typedef {ReturnType<typeof createClinic>} Clinic */

/** @param {Ticket} ticket */
function departmentOf(ticket) {
  return ticket.locale === 'ar' ? DEPARTMENT.ar : DEPARTMENT.en;
}
