import { expect } from 'vitest';
import { ADMIN, COMPANY, PUBLISHABLE, SECRET, WEBHOOK_TOKEN, eventually, openWorld, type World } from './test-world.js';

export const OTHER_ADMIN = 'ak_test_admin_key_of_the_other_clinic';
export const OTHER_SECRET = 'sk_test_secret_key_of_the_other_clinic';

export interface AdminWorld extends World {
  /** A GET as the clinic's manager. */
  get<T>(path: string, key?: string): Promise<T>;
  send(method: string, path: string, body?: unknown, key?: string): Promise<Response>;
  /** A customer with a ticket, an open session and their welcome. @returns their phone. */
  connect(serial: number, fields?: { name?: string; text?: string; ageSeconds?: number }): Promise<string>;
}

/** The clinic of the other tests, and a second organization that must never see anything of it. */
export async function openAdminWorld(): Promise<AdminWorld> {
  const world = await openWorld((vendors) => ({
    organization: undefined,
    providers: undefined,
    organizations: [
      {
        id: 'clinic',
        name: 'Al Noor Clinic',
        whatsappNumber: COMPANY,
        timeZone: 'Asia/Riyadh',
        secretKey: SECRET,
        publishableKey: PUBLISHABLE,
        adminKey: ADMIN,
        providers: {
          ultramsg: { instanceId: '1150', token: 'simulator-token', baseUrl: vendors, webhookToken: WEBHOOK_TOKEN },
        },
      },
      { id: 'other', name: 'Other Clinic', secretKey: OTHER_SECRET, adminKey: OTHER_ADMIN },
    ],
  }));
  const send: AdminWorld['send'] = (method, path, body, key = ADMIN) =>
    world.request(method, path, { key, ...(body !== undefined && { body }) });
  return {
    ...world,
    send,
    async get(path, key = ADMIN) {
      const response = await world.request('GET', path, { key });
      expect([path, response.status]).toEqual([path, 200]);
      return (await response.json()) as never;
    },
    async connect(serial, { name = `Customer ${serial}`, text = 'hello', ageSeconds = 0 } = {}) {
      const phone = phoneOf(serial);
      await world.createTicket(ticketOf(serial), { number: `A-${serial}`, phone, customerName: name });
      await world.receive({ from: phone, text, ageSeconds });
      await eventually(`the welcome of ${serial}`, () => world.textsTo(phone).length > 0);
      return phone;
    },
  };
}

export function phoneOf(serial: number): string {
  return `+9665${String(70_000_000 + serial)}`;
}

export function ticketOf(serial: number): string {
  return `t-${serial}`;
}
