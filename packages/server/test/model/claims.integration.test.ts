import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  AttemptKey,
  AttemptResult,
  NotificationStore,
  SmsClaim,
} from '../../src/notifications/notification-store.js';
import { createNotificationStore } from '../../src/storage/notification-store.js';
import { createReplyStore } from '../../src/storage/reply-store.js';
import { openModelWorld, type ModelWorld } from './model-world.js';
import { INSTANCES, WEBHOOK_TOKENS } from './organizations.js';
import { ultramsgEvent } from '../test-world.js';

/** A claim has the last word: here nothing is planned before it, as when the world changes between a plan and its claim. */
const PHONE = '+966500000901';
/** Without ending the session, which STOP does as well. */
const OPT_OUT = `UPDATE whatsapp_optin.contacts SET opted_out_at = clock_timestamp() WHERE id = $1::uuid`;
const WINDOW = { businessNumber: INSTANCES.a.number, marginSeconds: 120 };

let world: ModelWorld;
let store: NotificationStore;
beforeAll(async () => {
  world = await openModelWorld();
  store = createNotificationStore(world.database);
});
afterAll(async () => {
  await world?.close();
});

let contactId: string;
beforeEach(async () => {
  await world.begin();
  await write('hello', 600);
  const [row] = await world.database.query<{ contact_id: string }>(
    `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE organization_id = 'a' AND value = $1::text`,
    [PHONE],
  );
  contactId = row?.contact_id ?? '';
});

async function write(text: string, ageSeconds = 0, from = PHONE, id?: string): Promise<void> {
  const fields = { to: `${INSTANCES.a.number.slice(1)}@c.us` };
  const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKENS.a}`;
  const answer = await world.request(
    'POST',
    path,
    '',
    ultramsgEvent({ from, text, ageSeconds, fields, ...(id !== undefined && { id }) }),
  );
  expect(answer.status).toBe(200);
}

/** A run that has begun and claimed nothing yet. */
async function begin(deadlineSeconds = 600): Promise<AttemptKey> {
  const notificationId = randomUUID();
  await store.begin({
    organizationId: 'a',
    notificationId,
    kind: 'ticket',
    type: 'your_turn',
    ticketId: null,
    contactId,
    locale: 'en',
    content: { dir: 'ltr', title: 'Clinic', text: 'Your turn', smsText: 'Your turn' },
    tiers: ['push', 'whatsapp', 'sms'],
    deadlineSeconds,
  });
  return { organizationId: 'a', notificationId, attemptId: randomUUID(), number: 1 };
}

const again = (key: AttemptKey): AttemptKey => ({ ...key, attemptId: randomUUID() });
const claimWhatsApp = (key: AttemptKey, window = WINDOW) => store.claimWhatsApp(key, contactId, 'ultramsg', window);

describe('a claim of WhatsApp', () => {
  it('is granted in an open session', async () => {
    expect(await claimWhatsApp(await begin())).toBeNull();
  });

  it('is refused after STOP, even where the session still stands', async () => {
    await world.database.query(OPT_OUT, [contactId]);
    expect(await claimWhatsApp(await begin())).toBe('opted_out');
  });

  it('waits for a STOP that is being stored, and is then refused', async () => {
    const key = await begin();
    let open = (): void => undefined;
    // Begun outside the transaction, as by another server.
    const claim = new Promise<void>((resolve) => (open = resolve)).then(() => claimWhatsApp(key));
    await world.database.transaction(async (transaction) => {
      await transaction.query(OPT_OUT, [contactId]);
      open();
      // One that does not wait is over by then.
      await transaction.query(`SELECT pg_sleep(0.3)`, []);
    });
    expect(await claim).toBe('opted_out');
  });

  it('is refused in a session that was ended before its time', async () => {
    await world.database.query(`UPDATE whatsapp_optin.whatsapp_sessions SET ended_at = clock_timestamp()`, []);
    expect(await claimWhatsApp(await begin())).toBe('no_active_session');
  });

  it.each([
    ['a minute before its end', 24 * 3600 - 600 - 60],
    ['after its end', 24 * 3600],
  ])('is refused %s', async (_when, seconds) => {
    await world.advance(seconds * 1000);
    expect(await claimWhatsApp(await begin())).toBe('no_active_session');
  });

  it('is refused for a number to which the person did not write', async () => {
    expect(await claimWhatsApp(await begin(), { ...WINDOW, businessNumber: '+966500000009' })).toBe(
      'no_active_session',
    );
  });

  it('is refused past the deadline', async () => {
    const key = await begin(60);
    await world.advance(61_000);
    expect(await claimWhatsApp(key)).toBe('expired');
  });

  it('is granted once for one try', async () => {
    const key = await begin();
    expect(await claimWhatsApp(key)).toBeNull();
    expect(await claimWhatsApp(again(key))).toBe('already_sent');
  });
});

async function claimSms(key: AttemptKey, changes: Partial<SmsClaim> = {}) {
  const sms = {
    provider: 'twilio',
    phone: PHONE,
    contactId,
    text: 'Your turn',
    type: 'your_turn' as const,
    ticketId: null,
    dailyLimit: 3,
    isCounted: true,
    timeZone: 'Etc/UTC',
    segments: 1,
    estimatedCents: null,
  };
  return (await store.claimSms(key, { ...sms, ...changes })).refused;
}

describe('a claim of SMS', () => {
  const claim = claimSms;

  it('is granted up to the daily limit, and no further', async () => {
    const answers = [];
    for (let number = 0; number < 4; number += 1) answers.push(await claim(await begin()));
    expect(answers).toEqual([null, null, null, 'sms_limit']);
  });

  it('is refused at a limit of none', async () => {
    expect(await claim(await begin(), { dailyLimit: 0 })).toBe('sms_limit');
  });

  it('is refused after STOP of the person', async () => {
    await write('STOP');
    expect(await claim(await begin())).toBe('opted_out');
  });

  it('is refused after STOP of whoever has the phone, though another is bound', async () => {
    await write('hello', 0, '+966500000902');
    const [other] = await world.database.query<{ contact_id: string }>(
      `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE value = '+966500000902'`,
      [],
    );
    await write('STOP');
    expect(await claim(await begin(), { contactId: other?.contact_id ?? '' })).toBe('opted_out');
  });

  it('is refused while the person has paused, and while whoever has the phone has', async () => {
    const pause = (hours: number) =>
      world.database.query(
        `SELECT whatsapp_optin.pause_person_v1('a', $1::uuid, clock_timestamp() + make_interval(hours => $2::int))`,
        [contactId, hours],
      );
    await pause(1);
    expect(await claim(await begin())).toBe('quiet_hours');
    await write('hello', 0, '+966500000902');
    const [other] = await world.database.query<{ contact_id: string }>(
      `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE value = '+966500000902'`,
      [],
    );
    expect(await claim(await begin(), { contactId: other?.contact_id ?? '' })).toBe('quiet_hours');
    await world.advance(3_601_000);
    expect(await claim(await begin())).toBeNull();
  });

  it('counts one try once', async () => {
    const key = await begin();
    expect(await claim(key)).toBeNull();
    expect(await claim(again(key))).toBe('already_sent');
    const [usage] = await world.database.query(`SELECT claimed FROM whatsapp_optin.sms_usage`, []);
    expect(usage).toEqual({ claimed: 1 });
  });
});

describe('the daily limit of SMS', () => {
  const send = async (answer: Partial<AttemptResult> | null, changes: Partial<SmsClaim> = {}) => {
    const key = await begin();
    const refused = await claimSms(key, changes);
    const result = { status: 'failed' as const, reason: null, providerMessageId: null, errorCode: null, ...answer };
    if (refused === null && answer !== null) await store.record(key, result, 'twilio');
    return { key, refused, result };
  };
  const used = async (): Promise<number> => {
    const [usage] = await world.database.query<{ claimed: number }>(`SELECT claimed FROM whatsapp_optin.sms_usage`, []);
    return usage?.claimed ?? 0;
  };

  it('counts what left, and what may have left', async () => {
    await send({ status: 'accepted', providerMessageId: 'SM1' });
    await send({ status: 'unknown', reason: 'unknown_outcome' });
    await send(null);
    expect(await used()).toBe(3);
    expect((await send(null)).refused).toBe('sms_limit');
  });

  it('gets back what a vendor refused, once', async () => {
    await send({ status: 'accepted', providerMessageId: 'SM2' });
    const { key, result } = await send({ reason: 'sms_failed', errorCode: '21211' });
    expect(await used()).toBe(1);
    await store.record(key, result, 'twilio');
    expect(await used()).toBe(1);
    const [row] = await world.database.query(
      `SELECT segments, cost_cents::int AS cost_cents FROM whatsapp_optin.sms_notifications WHERE id = $1::uuid`,
      [key.attemptId],
    );
    expect(row).toEqual({ segments: 0, cost_cents: 0 });
  });

  it('gets back all that are refused at once', async () => {
    const keys = [await begin(), await begin(), await begin()];
    for (const key of keys) expect(await claimSms(key)).toBeNull();
    const result = { status: 'failed' as const, reason: null, providerMessageId: null, errorCode: 'not_sent' };
    await Promise.all(keys.map((key) => store.record(key, result, 'twilio')));
    expect(await used()).toBe(0);
  });

  it('gets back what was taken for unknown, and was refused after all', async () => {
    const { key, result } = await send(null);
    await world.database.query(`UPDATE whatsapp_optin.notification_attempts SET status = 'unknown'`, []);
    await store.record(key, result, 'twilio');
    expect(await used()).toBe(0);
  });

  it('keeps what a status confirmed before its answer refused it', async () => {
    const { key, result } = await send(null);
    await world.database.query(`UPDATE whatsapp_optin.notification_attempts SET status = 'delivered'`, []);
    await store.record(key, result, 'twilio');
    expect(await used()).toBe(1);
  });

  it('is not touched by what has no turn at the vendor', async () => {
    await send({ reason: 'provider_unavailable', errorCode: 'queue_full' }, { isCounted: false });
    expect(await used()).toBe(0);
    expect((await send({ status: 'accepted', providerMessageId: 'SM3' })).refused).toBeNull();
    expect(await used()).toBe(1);
  });
});

describe('what follows a claim', () => {
  it('does not overwrite the status that came before the answer', async () => {
    const key = await begin();
    await claimWhatsApp(key);
    await world.app.deliveries.report(
      { organizationId: 'a', provider: 'ultramsg' },
      {
        kind: 'status',
        providerMessageId: 'early',
        correlationId: key.attemptId,
        status: 'delivered',
        at: new Date(),
        failure: null,
        price: null,
      },
    );
    const answer = { status: 'accepted', reason: null, providerMessageId: 'early', errorCode: null } as const;
    expect(await store.record(key, answer, 'ultramsg')).toMatchObject({ status: 'delivered' });
  });

  it('is taken up by one of two', async () => {
    const { notificationId } = await begin();
    const taken = [1, 2, 3].map(() => store.claimRun('a', notificationId, 0));
    expect((await Promise.all(taken)).filter((one) => one !== null)).toHaveLength(1);
  });

  it('is no welcome to a person who has said STOP since', async () => {
    const replies = createReplyStore(world.database);
    const [welcome] = await replies.takeDue(1, []);
    if (welcome === undefined) throw new Error('There is no welcome.');
    await world.database.query(OPT_OUT, [contactId]);
    const input = { attemptId: randomUUID(), provider: 'ultramsg', locale: 'en', marginSeconds: 120 };
    expect(await replies.claim(welcome, input)).toBe(false);
  });
});

describe('a message that its vendor brings twice at once', () => {
  // The one by the statement of further messages, the other by that of all.
  it.each(['twice', 'START'])('counts once, though neither was stored when the other began: %s', async (text) => {
    const id = `false_966500000901@c.us_${text}`;
    let open = (): void => undefined;
    const both = new Promise<void>((resolve) => (open = resolve)).then(() =>
      Promise.all([write(text, 0, PHONE, id), write(text, 0, PHONE, id)]),
    );
    await world.database.transaction(async (transaction) => {
      // Neither gets past the person while they are held here, so that both have begun.
      await transaction.query(`SELECT FROM whatsapp_optin.contacts WHERE id = $1::uuid FOR UPDATE`, [contactId]);
      open();
      await transaction.query(`SELECT pg_sleep(0.3)`, []);
    });
    await both;
    const kept = await world.database.query(
      `SELECT id FROM whatsapp_optin.whatsapp_inbound_messages WHERE message_content = $1::text`,
      [text],
    );
    expect(kept).toHaveLength(1);
  });
});

describe('a pause on the own page', () => {
  const pause = (sql: string) =>
    world.database.query(`SELECT whatsapp_optin.pause_person_v1('a', $1::uuid, ${sql})`, [contactId]);

  it('refuses the claims of push and WhatsApp until it ends', async () => {
    await pause(`clock_timestamp() + interval '1 hour'`);
    expect(await claimWhatsApp(await begin())).toBe('quiet_hours');
    expect(await store.claimPush(await begin(), 'web-push')).toBe('quiet_hours');
    await pause('NULL');
    expect(await claimWhatsApp(await begin())).toBeNull();
    expect(await store.claimPush(await begin(), 'web-push')).toBeNull();
  });

  it('is ended by what the person agrees to later, not by what they agreed to before', async () => {
    await pause(`clock_timestamp() + interval '1 hour'`);
    const agree = (sql: string) =>
      world.database.query(`UPDATE whatsapp_optin.contacts SET opted_in_at = paused_at + ${sql}`, []);
    await agree(`interval '-1 second'`);
    expect(await claimWhatsApp(await begin())).toBe('quiet_hours');
    await agree(`interval '1 second'`);
    expect(await claimWhatsApp(await begin())).toBeNull();
  });
});
