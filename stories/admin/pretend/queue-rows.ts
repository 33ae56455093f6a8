import type {
  AdminQueue,
  AdminQueueTicket,
  CallTicketRequest,
  TicketCalledDocument,
  TicketNotificationDocument,
} from '@whatsapp-optin/sdk/contract';
import { createCustomer } from './people.js';
import { json, problem, type Answerer } from './pretend-admin.js';
import { createRandom } from './random.js';

const MINUTE_MS = 60_000;
const DEPARTMENTS = ['Reception', 'Room 2', 'Laboratory'] as const;

/** A morning in a clinic: three are called, `count` wait, the first two of them have heard that they are next. */
function createQueue(count: number, now: number): AdminQueueTicket[] {
  const random = createRandom(11);
  const at = (minutes: number) => new Date(now - minutes * MINUTE_MS).toISOString();
  return Array.from({ length: count === 0 ? 0 : count + 3 }, (_, place): AdminQueueTicket => {
    const isCalled = place < 3;
    const reach = random.pick<AdminQueueTicket['reach']>([
      { method: 'whatsapp_fallback', reason: null },
      { method: 'whatsapp_fallback', reason: null },
      { method: 'push', reason: null },
      { method: 'sms_fallback', reason: 'no_active_session' },
      { method: 'push_only', reason: 'no_phone' },
    ]);
    const customer = createCustomer(random);
    const type = isCalled ? 'your_turn' : 'almost_your_turn';
    const hasNotice = isCalled || place < 5;
    return {
      id: `visit-${place + 1}`,
      // The latest call comes first.
      number: `A${String(isCalled ? 3 - place : place + 1).padStart(3, '0')}`,
      status: isCalled ? 'called' : 'waiting',
      departmentName: random.pick(DEPARTMENTS),
      holder: { ...customer, maskedPhone: reach?.reason === 'no_phone' ? null : customer.maskedPhone },
      createdAt: at(90 - place * 3),
      updatedAt: at(isCalled ? 2 + place * 3 : 90 - place * 3),
      reach,
      notice: hasNotice
        ? {
            id: random.uuid(),
            type,
            success: true,
            method: 'whatsapp_fallback',
            at: at(isCalled ? 2 + place * 3 : 8 - place),
          }
        : null,
      action: place === 1 || place === 3 ? { action: place === 1 ? 'on_my_way' : 'more_time', at: at(4) } : null,
    };
  });
}

/** The queue of a story, and calls that change it. */
export function answerQueue(now: number, size: number): Answerer {
  let tickets = createQueue(size === 0 ? 0 : 14, now);
  return ({ method, path, query, body }) => {
    if (path === '/api/admin/tickets') {
      const department = query.get('departmentName');
      const items = tickets.filter(({ departmentName }) => department === null || departmentName === department);
      const waiting = items.filter(({ status }) => status === 'waiting').length;
      const departments = size === 0 ? [] : [...DEPARTMENTS].sort();
      return { items, waiting, called: items.length - waiting, departments } satisfies AdminQueue;
    }
    const [, id] = /^\/api\/admin\/tickets\/(.+)\/call$/.exec(path) ?? [];
    const called = tickets.find((one) => one.id === id);
    if (method !== 'POST' || !called) return undefined;
    if (called.status === 'called' && (body as CallTicketRequest).onlyWaiting)
      return problem(409, 'TICKET_CALLED', 'Somebody has called this ticket.');
    const at = new Date().toISOString();
    const after: AdminQueueTicket = { ...called, status: 'called', updatedAt: at };
    tickets = [after, ...tickets.filter((one) => one !== called)];
    return json({ called: noticeOf(called, at), almost: [] } satisfies TicketCalledDocument);
  };
}

function noticeOf({ id, reach }: AdminQueueTicket, at: string): TicketNotificationDocument {
  const success = reach?.method !== 'push_only';
  return {
    ...{ id: `01980000-0000-7000-8000-${String(Date.parse(at)).padStart(12, '0')}`, ticketId: id, success },
    ...{ method: success ? 'whatsapp_fallback' : 'push_only', attempted: ['whatsapp'], settled: true },
    attempts: [{ tier: 'whatsapp', status: success ? 'accepted' : 'skipped', late: false, at }],
  };
}
