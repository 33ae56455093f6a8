import { randomInt } from 'node:crypto';
import { inboundEvent } from '@whatsapp-optin/simulator';
import { CLINIC } from './settings.mjs';

/**
 * @typedef {object} Person
 * @property {string} name
 * @property {'en' | 'ar'} locale
 * @property {number} hoursAgo - when they wrote; 0: just now, with the code of an opt-in
 * @property {boolean} [walkIn] - gave a number at the desk and never wrote
 * @property {string[]} [replies]
 * @property {('ticket_created' | 'position_update' | 'almost_your_turn' | 'your_turn')[]} [notices]
 */

/** Whoever sees the dashboard must not take them for real: each name says what it is. @type {readonly Person[]} */
const PEOPLE = [
  {
    name: 'نورة العتيبي (تجريبي)',
    locale: 'ar',
    hoursAgo: 0,
    replies: ['شكرًا، أنا في الطريق'],
    notices: ['position_update'],
  },
  {
    name: 'Daniel O’Connor (demo)',
    locale: 'en',
    hoursAgo: 0,
    replies: ['How long is the wait now?'],
    notices: ['almost_your_turn'],
  },
  { name: 'عبدالله القحطاني (تجريبي)', locale: 'ar', hoursAgo: 0, notices: ['your_turn'] },
  { name: 'Priya Iyer (demo)', locale: 'en', hoursAgo: 0, notices: ['position_update', 'your_turn'] },
  { name: 'ريم الدوسري (تجريبي)', locale: 'ar', hoursAgo: 0, replies: ['هل يمكن تأجيل موعدي إلى الغد؟'] },
  { name: 'José García (demo)', locale: 'en', hoursAgo: 0, replies: ['cancel'], notices: ['ticket_created'] },
  { name: 'سارة الغامدي (تجريبي)', locale: 'ar', hoursAgo: 23.3 },
  { name: 'Zoë Lindqvist (demo)', locale: 'en', hoursAgo: 23.5 },
  { name: 'محمد الشمري (تجريبي)', locale: 'ar', hoursAgo: 23.7, notices: ['almost_your_turn'] },
  { name: 'Mehmet Yılmaz (demo)', locale: 'en', hoursAgo: 23.8 },
  { name: 'لطيفة المطيري (تجريبي)', locale: 'ar', hoursAgo: 2, replies: ['وين المدخل؟'], notices: ['your_turn'] },
  { name: 'Amira Rahman (demo)', locale: 'en', hoursAgo: 4, notices: ['position_update'] },
  { name: 'خالد الحربي (تجريبي)', locale: 'ar', hoursAgo: 6 },
  { name: 'Oliver Santos (demo)', locale: 'en', hoursAgo: 9, replies: ['STOP'], notices: ['your_turn'] },
  { name: 'فاطمة الزهراني (تجريبي)', locale: 'ar', hoursAgo: 11, notices: ['your_turn'] },
  { name: 'Thảo Nguyễn (demo)', locale: 'en', hoursAgo: 14 },
  { name: 'يوسف العتيبي (تجريبي)', locale: 'ar', hoursAgo: 17, notices: ['position_update'] },
  { name: 'Björn Lindqvist (demo)', locale: 'en', hoursAgo: 20 },
  { name: 'سلمان القحطاني (تجريبي)', locale: 'ar', hoursAgo: 0, walkIn: true, notices: ['your_turn'] },
  { name: 'Aisha Rahman (demo)', locale: 'en', hoursAgo: 0, walkIn: true, notices: ['almost_your_turn'] },
];

/**
 * Fills the dashboard with people who took a ticket, wrote and were called, by the same calls that a clinic's own system and
 * phones make. Those who wrote hours ago are told by the vendor's webhook with the time of then.
 *
 * @param {object} parts
 * @param {import('./companion-api.mjs').CompanionApi} parts.api
 * @param {import('./settings.mjs').Settings} parts.settings
 * @param {(request: Request) => Promise<Response>} parts.fetch
 */
export async function bringExamplePeople({ api, settings, fetch }) {
  // A phone of an earlier start may still have an open session in the database.
  const block = String(randomInt(0, 10_000)).padStart(4, '0');

  /** @param {{ from: string, name: string, text: string, hoursAgo: number }} message */
  async function write({ from, name, text, hoursAgo }) {
    const event = inboundEvent({
      from,
      to: CLINIC.number,
      body: text,
      pushname: name,
      instanceId: settings.ultramsg.instanceId,
      time: Math.floor(Date.now() / 1000 - hoursAgo * 3600),
    });
    const address = `${settings.publicUrl}/api/webhooks/ultramsg/inbound?token=${settings.ultramsg.webhookToken}`;
    const headers = { 'content-type': 'application/json' };
    await fetch(new Request(address, { method: 'POST', headers, body: JSON.stringify(event) }));
  }

  for (const [place, person] of PEOPLE.entries()) {
    const { name, locale, hoursAgo, walkIn = false, replies = [], notices = [] } = person;
    const from = `+96655${block}${String(place).padStart(3, '0')}`;
    const number = `D${String(place + 1).padStart(3, '0')}`;
    const ticketId = `demo-example-${block}-${place}`;
    const isLongAgo = hoursAgo > 0;
    const ticket = { number, locale, customerName: name, departmentName: locale === 'ar' ? 'غرفة ٢' : 'Room 2' };
    await api.putTicket(ticketId, { ...ticket, ...((walkIn || isLongAgo) && { phone: from }) });
    if (!walkIn) {
      const optIn = isLongAgo ? null : await api.createOptIn({ ticketId, ticketNumber: number, locale });
      if (optIn) {
        for (const type of ['impression', place % 2 === 0 ? 'link_open' : 'qr_shown']) await api.tell(optIn, type);
      }
      const hello =
        locale === 'ar' ? `مرحبًا، أرجو إرسال التحديثات للتذكرة ${number}` : `Hi, updates for ${number} please`;
      await write({ from, name, text: optIn?.message ?? hello, hoursAgo });
    }
    for (const text of replies) await write({ from, name, text, hoursAgo: Math.max(0, hoursAgo - 0.1) });
    for (const type of notices) {
      if (type === 'your_turn') await api.callTicket(ticketId, { almost: 0 });
      else await api.notify({ ticketId, type, params: { position: 2 }, locale });
    }
    // Whoever came this morning has left; those of yesterday still have a session that is about to end.
    if (hoursAgo >= 2 && hoursAgo < 23) await api.putTicket(ticketId, { ...ticket, status: 'served' });
  }
  // Some see the prompt and go on without it.
  for (const [place, type] of ['skipped', 'declined', 'help_shown'].entries()) {
    const ticketId = `demo-example-${block}-gone-${place}`;
    const number = `D${String(PEOPLE.length + place + 1).padStart(3, '0')}`;
    await api.putTicket(ticketId, { number, locale: 'en', customerName: `Example ${place + 1} (demo)` });
    const optIn = await api.createOptIn({ ticketId, ticketNumber: number, locale: 'en' });
    for (const step of ['impression', type]) await api.tell(optIn, step);
  }
}
