import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStores } from '../../src/storage/create-stores.js';
import { openVault } from '../../src/storage/open-vault.js';
import { findContact, itemOf, NOW } from '../inbound-items.js';
import { COMPANY, ENGINE, openWorld, SECRET, type World } from '../test-world.js';

const RUNS = Number(process.env['NAMES_RUNS'] ?? (ENGINE === 'pglite' ? 60 : 150));
const TIMEOUT = { timeout: 600_000 };
/** Of all messages of a run, that no two are of one second. */
const AGES_SECONDS = [70_000, 60_000, 50_000, 40_000, 30_000, 20_000, 10_000, 5_000, 1_000, 100];

let world: World;
let stores: ReturnType<typeof createStores>;
beforeAll(async () => {
  world = await openWorld();
  stores = createStores(world.database, await openVault(world.database, [{ id: 'clinic', secretKeys: [SECRET] }]));
});
afterAll(() => world?.close());

type Name = 'phone' | 'secondPhone' | 'userId';
/** Under which names the vendor reports one message. */
const GIVEN: readonly Name[][] = [
  ['phone'],
  ['secondPhone'],
  ['userId'],
  ['phone', 'userId'],
  ['secondPhone', 'userId'],
];

interface Letter {
  age: number;
  names: readonly Name[];
  kind: 'text' | 'stop' | 'start';
}
const inbox: fc.Arbitrary<Letter[]> = fc.shuffledSubarray([...AGES_SECONDS], { minLength: 2 }).chain((ages) =>
  fc.tuple(
    ...ages.map((age) =>
      fc.record({
        age: fc.constant(age),
        names: fc.constantFrom(...GIVEN),
        kind: fc.constantFrom('text' as const, 'text' as const, 'stop' as const, 'start' as const),
      }),
    ),
  ),
);

/** The names that a message of the inbox has proven to be one person's, with this one. */
function namesOf(name: Name, letters: readonly Letter[]): Set<Name> {
  const known = new Set<Name>([name]);
  for (let size = 0; size < known.size;) {
    size = known.size;
    for (const { names } of letters) {
      if (names.some((one) => known.has(one))) for (const one of names) known.add(one);
    }
  }
  return known;
}

/** What should be so from the letters alone: the latest word counts, and only what follows the last STOP opens a window. */
function expected(name: Name, letters: readonly Letter[]): 'opted_out' | 'open' | 'closed' {
  const known = namesOf(name, letters);
  const own = letters.filter(({ names }) => names.some((one) => known.has(one)));
  const youngest = (kinds: readonly Letter['kind'][]) =>
    Math.min(Infinity, ...own.filter(({ kind }) => kinds.includes(kind)).map(({ age }) => age));
  const [stopped, started] = [youngest(['stop']), youngest(['start'])];
  if (stopped < started) return 'opted_out';
  return youngest(['text', 'start']) < Infinity ? 'open' : 'closed';
}

/** Whether a send to this contact would leave. */
async function attempt(contactId: string): Promise<'opted_out' | 'open' | 'closed'> {
  const notificationId = randomUUID();
  await stores.notifications.begin({
    organizationId: 'clinic',
    notificationId,
    kind: 'message',
    type: null,
    ticketId: null,
    contactId,
    locale: 'en',
    content: { dir: 'ltr', title: '', text: '', smsText: '' },
    tiers: [],
    deadlineSeconds: 600,
  });
  const key = { organizationId: 'clinic', notificationId, attemptId: randomUUID(), number: 1 };
  const refused = await stores.notifications.claimWhatsApp(key, contactId, 'meta', {
    businessNumber: COMPANY,
    marginSeconds: 120,
  });
  const [contact] = await world.database.query<{ out: boolean }>(
    `SELECT opted_out_at IS NOT NULL AS out FROM whatsapp_optin.contacts WHERE id = $1::uuid`,
    [contactId],
  );
  if (refused === null) return 'open';
  return contact?.out ? 'opted_out' : 'closed';
}

let serial = 0;
it('whatever a person writes, under whatever names and in whatever order, holds for every name', TIMEOUT, async () => {
  let letters = 0;
  await fc.assert(
    fc.asyncProperty(inbox, async (arriving) => {
      serial += 1;
      const values: Record<Name, string> = {
        phone: `+9665${String(10_000_000 + serial)}`,
        secondPhone: `+9665${String(60_000_000 + serial)}`,
        userId: `SA.${String(77_000_000 + serial)}`,
      };
      const arrived: Letter[] = [];
      for (const letter of arriving) {
        letters += 1;
        arrived.push(letter);
        const sender = letter.names.map((name) => ({
          kind: name === 'userId' ? ('bsuid' as const) : ('e164' as const),
          value: values[name],
        }));
        const [first, ...others] = sender;
        if (first === undefined) throw new Error('A letter has a sender.');
        const keyword = letter.kind === 'text' ? null : letter.kind;
        await stores.inbound.accept([
          itemOf(values.phone, { ageSeconds: letter.age, keyword, sender: [first, ...others] }),
        ]);
        for (const name of new Set(arrived.flatMap(({ names }) => names))) {
          const contactId = await findContact(world.database, values[name]);
          const found = await attempt(contactId);
          expect(found, `${name} after ${JSON.stringify(arrived)}`).toBe(expected(name, arrived));
        }
      }
    }),
    { numRuns: RUNS, seed: Number(process.env['NAMES_SEED'] ?? NOW.getTime() % 2 ** 31) },
  );
  console.log(`${RUNS} inboxes, ${letters} messages on ${ENGINE}: every name is heard`);
});
