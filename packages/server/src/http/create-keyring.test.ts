import { jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createKeyring } from './create-keyring.js';

/** As long as HS512 wants, so that only the algorithm can be what is refused. */
const SECRET = `sk_of_acme_${'0'.repeat(64)}`;
const OLD_SECRET = `sk_of_old_${'0'.repeat(64)}`;
const keyring = createKeyring([
  { organizationId: 'acme', secretKeys: [SECRET, OLD_SECRET], publishableKey: 'pk_of_acme', adminKey: 'ak_of_acme' },
  { organizationId: 'other', secretKeys: ['sk_of_other'], publishableKey: null, adminKey: null },
]);
const DAY_SECONDS = 24 * 3600;
const signed = (algorithm: string, secret = SECRET, lasts = '1m') =>
  new SignJWT()
    .setProtectedHeader({ alg: algorithm })
    .setSubject('T1')
    .setExpirationTime(lasts)
    .sign(new TextEncoder().encode(secret));
const inAMinute = () => Math.floor(Date.now() / 1_000) + 60;

describe('identify', () => {
  it.each([
    [SECRET, { kind: 'secret', organizationId: 'acme' }],
    ['pk_of_acme', { kind: 'publishable', organizationId: 'acme' }],
    ['ak_of_acme', { kind: 'admin', organizationId: 'acme' }],
    ['sk_of_other', { kind: 'secret', organizationId: 'other' }],
    [OLD_SECRET, { kind: 'secret', organizationId: 'acme' }],
    [SECRET.slice(1), null],
    [`${SECRET}0`, null],
    ['', null],
  ])('knows whose key %s is', (key, holder) => {
    expect(keyring.identify(key)).toEqual(holder);
  });
});

describe('ticket tokens', () => {
  it('reads back the ticket that it signed for', async () => {
    const token = await keyring.createTicketToken('acme', 'تذكرة/7', 60);
    expect(await keyring.verifyTicketToken('acme', token)).toBe('تذكرة/7');
  });

  it("is what any library signs with HS256 and the organization's secret key", async () => {
    expect(await keyring.verifyTicketToken('acme', await signed('HS256'))).toBe('T1');
  });

  it('is believed by each key, and signed by the first', async () => {
    expect(await keyring.verifyTicketToken('acme', await signed('HS256', OLD_SECRET))).toBe('T1');
    const token = await keyring.createTicketToken('acme', 'T1', 60);
    expect((await jwtVerify(token, new TextEncoder().encode(SECRET))).payload.sub).toBe('T1');
  });

  it('makes none that it would not believe', async () => {
    await expect(keyring.createTicketToken('acme', 'T1', 32 * DAY_SECONDS)).rejects.toThrow(RangeError);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['a token that lasts too long', () => signed('HS256', SECRET, '32d')],
    ['an expired token', () => keyring.createTicketToken('acme', 'T1', -1)],
    ["another organization's token", () => keyring.createTicketToken('other', 'T1', 60)],
    ['a token signed with the publishable key', () => signed('HS256', 'pk_of_acme')],
    ['a token without a signature', () => new UnsecuredJWT({ sub: 'T1', exp: inAMinute() }).encode()],
    ['another algorithm of the same key', () => signed('HS512')],
    [
      'a token without an end',
      () => new SignJWT({ sub: 'T1' }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET)),
    ],
    [
      'a token without a ticket',
      () =>
        new SignJWT({ exp: inAMinute() }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET)),
    ],
    ['a text that is no token', () => 'T1'],
  ])('refuses %s', async (_name, token) => {
    expect(await keyring.verifyTicketToken('acme', await token())).toBeNull();
  });

  it('refuses every token of an organization that it does not know', async () => {
    expect(await keyring.verifyTicketToken('nobody', await signed('HS256'))).toBeNull();
  });
});
