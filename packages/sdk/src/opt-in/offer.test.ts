import { describe, expect, it } from 'vitest';
import { PHONE_USER_AGENT, createFakePlatform } from '../testing/index.js';
import type { OptInLinks } from '../contract/opt-ins.js';
import { createOptIn } from './create-opt-in.js';

const LINKS: OptInLinks = {
  universal: 'https://wa.me/966511111111?text=Hi',
  app: 'whatsapp://send?phone=966511111111&text=Hi',
  web: 'https://web.whatsapp.com/send?phone=966511111111&text=Hi',
  short: 'https://api.example/o/6GCT-KBF6-4P5B',
};
const ANDROID_APP =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0 Mobile Safari/537.36 Instagram 357.1';
const DEVICES = [undefined, PHONE_USER_AGENT, ANDROID_APP] as const;

/** Every address that the page offers on any device, with these links of an opt-in. */
function addresses(links: Partial<OptInLinks>): string[] {
  return DEVICES.flatMap((userAgent) => {
    const optIn = createOptIn({
      phone: '+966500000000',
      server: 'https://api.example',
      optIn: {
        id: '1',
        clientToken: 'token',
        companyNumber: '+966511111111',
        message: 'Hi',
        links: { ...LINKS, ...links },
      },
      qr: 'always',
      platform: createFakePlatform({ userAgent }),
    });
    const snapshots = [optIn.getSnapshot()];
    optIn.open();
    snapshots.push(optIn.getSnapshot());
    return snapshots.flatMap(({ href, view }) => [
      href,
      view.link?.href,
      view.qr?.text,
      ...view.actions.map((row) => row.href),
      ...(view.help?.rows.map((row) => row.href) ?? []),
    ]);
  }).filter((address) => typeof address === 'string');
}

/** Nothing that a page may follow or show, in any field. */
const NEVER = [
  'javascript:alert(1)//wa.me/',
  ' \tjavascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'intent://evil#Intent;scheme=http;end',
  'file:///etc/passwd',
  '//evil.example/x',
  '/relative',
  '',
];
/** Strangers' places, which only a short link may have. */
const STRANGE = [
  'https://evil.example/wa.me',
  'https://wa.me.evil.example/',
  'https://wa.me@evil.example/',
  'https://wa.me:8443/1',
  'https://evil.example/?https://wa.me/1',
  'http://wa.me/966511111111',
];

describe.each(['universal', 'app', 'web', 'short'] as const)('the link %s of a server', (field) => {
  it('is taken in its own form', () => {
    expect(addresses({}).some((address) => address.includes(LINKS[field].replace(/^whatsapp:/, '')))).toBe(true);
  });

  it.each([...NEVER, ...(field === 'short' ? [] : STRANGE)])('never leads to %j', (address) => {
    const offered = addresses({ [field]: address });
    expect(offered.length).toBeGreaterThan(6);
    for (const one of offered) {
      expect(one).toMatch(
        /^(https:\/\/(wa\.me|web\.whatsapp\.com|api\.example)\/|whatsapp:\/\/send\?|intent:\/\/send\?)/,
      );
      if (address !== '') expect(decodeURIComponent(one)).not.toContain(address.trim());
    }
  });

  it('that is no text breaks nothing', () => {
    for (const odd of [null, 7, {}, ['https://wa.me/1']]) {
      expect(addresses({ [field]: odd as unknown as string }).length).toBeGreaterThan(6);
    }
  });
});

it('takes links to each of the three sites of WhatsApp', () => {
  const universal = 'https://api.whatsapp.com/send?phone=966511111111&text=Hi';
  expect(addresses({ universal })).toContain(universal);
});

it('refuses an app link that carries its own intent', () => {
  const app = 'whatsapp://send?phone=966511111111#Intent;scheme=http;end';
  expect(addresses({ app }).join()).not.toContain('scheme=http;');
});

it.each([
  ['https://short.example/o/1', true],
  ['http://localhost:4000/o/1', true],
  ['http://127.0.0.1:4000/o/1', true],
  ['http://[::1]:4000/o/1', true],
  ['http://short.example/o/1', false],
  ['http://localhost.evil.example/o/1', false],
])('shows the short link %s in a QR: %s', (short, shown) => {
  expect(addresses({ short }).includes(short)).toBe(shown);
});
