import { expect, it } from 'vitest';
import { createFakePlatform, createFakeStorage, createFakeStream, jsonResponse } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import type { OptIn } from './opt-in.js';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-24T11:05:00.000Z');
const at = (ms: number) => new Date(START + ms).toISOString();

/** One load of the page, at a later time, in a tab whose storage holds `entries`. */
async function load(
  entries: Map<string, string>,
  afterMs = 0,
  options: { display?: 'kiosk'; ticketNumber?: string } = {},
) {
  const session = createFakeStorage(entries);
  const platform = createFakePlatform({ startsAt: at(afterMs), session });
  let ids = 0;
  platform.randomId = () => `key-of-load-${afterMs}-${(ids += 1)}`;
  const stream = createFakeStream();
  platform.answer = ({ method, url }) => {
    if (method === 'POST' && url.endsWith('/opt-ins')) {
      return jsonResponse(
        { id: 'opt-in-1', clientToken: 'token', state: 'idle', expiresAt: at(afterMs + HOUR_MS) },
        201,
      );
    }
    return url.endsWith('/stream') ? stream.response : jsonResponse({});
  };
  const optIn = createOptIn({ server: 'https://api.example', ticketNumber: 'A001', ...options, platform });
  optIn.subscribe(() => {});
  await platform.advance(0);
  const key = platform.requests.find(({ method }) => method === 'POST')?.headers.get('Idempotency-Key');
  return { optIn, platform, stream, key };
}

it('a reloaded page asks with the key of before, and so goes on with the same opt-in', async () => {
  const entries = new Map<string, string>();
  const first = await load(entries);
  const second = await load(entries, 60_000);
  expect([first.key, second.key]).toEqual(['key-of-load-0-1', 'key-of-load-0-1']);
});

it('two prompts of one ticket keep one key', async () => {
  const entries = new Map<string, string>();
  const { platform, key } = await load(entries);
  createOptIn({ server: 'https://api.example', ticketNumber: 'A001', platform }).subscribe(() => {});
  await platform.advance(0);
  expect((await load(entries, 60_000)).key).toBe(key);
});

it('stores a random key, a hash and a moment, and nothing of the ticket, the code or the token', async () => {
  const entries = new Map<string, string>();
  await load(entries);
  expect([...entries]).toEqual([
    [expect.stringMatching(/^whatsapp-optin:open:\w{64}$/), `key-of-load-0-1 ${START + HOUR_MS}`],
  ]);
});

it('goes on while a session lasts, though its code has lapsed', async () => {
  const entries = new Map<string, string>();
  const { stream, platform } = await load(entries);
  stream.send({ id: 'opt-in-1', state: 'connected', expiresAt: at(HOUR_MS), sessionExpiresAt: at(24 * HOUR_MS) });
  await platform.advance(0);
  expect((await load(entries, 3 * HOUR_MS)).key).toBe('key-of-load-0-1');
});

it.each<[string, (optIn: OptIn) => void]>([
  ['declined', (optIn) => optIn.decline()],
  [
    'declined and begun anew',
    (optIn) => {
      optIn.decline();
      optIn.restart();
    },
  ],
])('starts over after it was %s', async (_, end) => {
  const entries = new Map<string, string>();
  const { optIn, platform } = await load(entries);
  end(optIn);
  await platform.advance(0);
  expect((await load(entries, 60_000)).key).not.toBe('key-of-load-0-1');
});

it('starts over once the code has expired, or is about to', async () => {
  const entries = new Map<string, string>();
  await load(entries);
  expect((await load(entries, HOUR_MS - 30_000)).key).toBe(`key-of-load-${HOUR_MS - 30_000}-1`);
});

it('starts over for another ticket', async () => {
  const entries = new Map<string, string>();
  await load(entries);
  expect((await load(entries, 60_000, { ticketNumber: 'A0022' })).key).toBe('key-of-load-60000-1');
});

it('keeps nothing on a kiosk', async () => {
  const entries = new Map<string, string>();
  await load(entries, 0, { display: 'kiosk' });
  expect(entries.size).toBe(0);
});
